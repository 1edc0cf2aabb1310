import { TestBed } from '@angular/core/testing';
import type { Booking, BookingParticipant } from '@bota/booking/domain';
import { provideFixedTexts, provideIcons } from '@bota/shared/ui';
import booking from '../i18n/booking.fr.json' with { type: 'json' };
import { words } from '../rooms/page.fixture';
import { ParticipantList } from './participant-list';

const people = (...answers: BookingParticipant['answer'][]): BookingParticipant[] =>
  answers.map((answer, n) => ({ email: `p${n}@b75.example`, name: '', answer, note: '' }));

function show(participants: BookingParticipant[], status: Booking['status'] = 'confirmed'): HTMLElement {
  TestBed.configureTestingModule({ providers: [provideFixedTexts('fr', { booking }), provideIcons()] });
  const list = TestBed.createComponent(ParticipantList);
  list.componentRef.setInput('booking', { status, participants } as unknown as Booking);
  list.detectChanges();
  return list.nativeElement as HTMLElement;
}

it.each([
  [['accepted', 'accepted', 'accepted', 'declined', null, null] as const, '3 viennent, 1 décline, 2 n’ont pas répondu'],
  [['accepted'] as const, '1 vient'],
  [[null] as const, '1 n’a pas répondu'],
])('%j at a glance', (answers, glance) => expect(words(show(people(...answers)).querySelector('summary'))).toBe(glance));

it('names each with their answer and their word', () => {
  const list = show([{ email: 'ada@b75.example', name: 'Ada', answer: 'declined', note: 'Grippée' }]);
  expect(words(list.querySelector('li'))).toMatch(/^Ada ada@b75.example « ?Grippée ?» ne vient pas$/);
});

it('says that nobody was asked while the booking waits', () => {
  const list = show(people(null, null), 'requested');
  expect(words(list.querySelector('summary'))).toBe('2 personnes seront invitées dès la confirmation');
  expect(list.querySelector('ui-status')).toBeNull();
});
