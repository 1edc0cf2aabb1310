import { Component, inject } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { ReasonCode } from '@bota/shared/domain';
import { Desk } from '../book/desk';
import { at, booked, DAY, salleA, ZONE } from '../rooms/house.fixture';
import { PageInHouse, words } from '../rooms/page.fixture';
import { AgendaMoves, type Conflict } from './agenda-moves';
import { CalendarStore } from './calendar-store';
import { ConflictNote } from './conflict-note';

const item = booked(salleA, '14:00', '15:00');
const asked = { roomIds: [salleA.id], start: at('21:00').toISOString(), end: at('22:00').toISOString() };
const booking = {
  ...{ id: item.bookingId, uid: 'x', version: 3, title: 'Réunion', description: '', organisationId: item.organisationId },
  ...{ organisation: 'Racines', roomIds: item.roomIds, visibility: 'residents', attendees: null, status: 'confirmed', expiresAt: null },
  ...{ decisionNote: null, start: item.start, end: item.end, zone: ZONE, recurrence: null, retrySkipped: false, followsId: null },
  ...{ followedById: null, layout: null, setUpMinutes: 0, tearDownMinutes: 0, occurrences: [], createdAt: item.start },
  may: { edit: true, cancel: true, decide: false, confirm: false },
};

@Component({
  imports: [ConflictNote],
  providers: [AgendaMoves, CalendarStore],
  template: `@if (moves.conflict(); as conflict) {
    <b75-conflict-note [conflict]="conflict" (inPanel)="moves.continueInPanel(conflict)" />
  }`,
})
class Dragged {
  readonly moves = inject(AgendaMoves);
}

async function refusedFor(code: ReasonCode, mayConfigure: boolean) {
  const house = new PageInHouse(':space/agenda', Dragged);
  const answers = { mayConfigure, others: { [`/bookings/${item.bookingId}`]: booking } };
  const page = await house.open('/bota-75/agenda', answers);
  const conflict: Conflict = { item, asked, scope: 'all', reasons: [{ code, roomId: salleA.id }], alternatives: [] };
  const { componentInstance } = (await house.shown()).debugElement.query((node) => node.componentInstance instanceof Dragged) as {
    componentInstance: Dragged;
  };
  componentInstance.moves.conflict.set(conflict);
  await house.answer(answers);
  const offer = () => [...page.querySelectorAll('button')].find((button) => words(button).includes('malgré la règle'));
  return { house, answers, offer };
}

it('what the coordination dragged against a rule goes on in the panel, where it was put, to be set aside with a reason', async () => {
  const { house, answers, offer } = await refusedFor('CLOSED', true);
  offer()?.click();
  await house.answer(answers);
  const desk = TestBed.inject(Desk);
  expect(desk.editing()).toMatchObject({ bookingId: booking.id, version: 3, scope: 'all' });
  expect(desk.form()).toMatchObject({ date: DAY, from: '21:00', to: '22:00', roomIds: [salleA.id] });
});

it.each<[string, ReasonCode, boolean]>([
  ['members', 'CLOSED', false],
  ['what is taken', 'ROOM_TAKEN', true],
])('is not offered: %s', async (_, code, mayConfigure) => {
  const { offer } = await refusedFor(code, mayConfigure);
  expect(offer()).toBeUndefined();
});
