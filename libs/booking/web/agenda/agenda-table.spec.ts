import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CalendarItem } from '@bota/booking/domain';
import { ResidentsStore } from '@bota/residents/web';
import { provideFixedTexts, provideIcons } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import booking from '../i18n/booking.fr.json' with { type: 'json' };
import { booked, closed, DAY, house, room, ZONE } from '../rooms/house.fixture';
import { words } from '../rooms/page.fixture';
import { AgendaTable } from './agenda-table';
import { closedTimes } from './blocked.rules';

const days = (tuesday: ['08:00', '20:00'] | null): NonNullable<Room['rules']['hours']> => [null, tuesday, null, null, null, null, null];
const workshop = room(31, 'Atelier', { rules: { hours: days(['08:00', '20:00']) } as Room['rules'] });
const shut = room(32, 'Cave', { rules: { hours: days(null) } as Room['rules'] });
const always = room(33, 'Salon', { rules: {} as Room['rules'] });

function rowsOf(
  items = house().items,
  closures = house().closures,
  isAsked: (item: CalendarItem) => boolean = () => true,
  colour = 'organisation',
) {
  const rooms = [workshop, shut, always];
  const store = { zone: () => ZONE, ref: () => 'bota-75', room: () => undefined, rooms: () => rooms };
  TestBed.configureTestingModule({
    providers: [
      provideRouter([]),
      provideIcons(),
      provideFixedTexts('fr', { booking }),
      { provide: SpaceStore, useValue: store },
      { provide: ResidentsStore, useValue: { organisation: () => undefined } },
    ],
  });
  const table = TestBed.createComponent(AgendaTable);
  const dates = { from: DAY, to: '2026-11-25' };
  const blocked = closedTimes(closures, { rooms, zone: ZONE, dates });
  for (const [name, value] of Object.entries({ dates, rooms, items, blocked, isAsked, colour, mayBook: true }))
    table.componentRef.setInput(name, value);
  table.detectChanges();
  return [...(table.nativeElement as HTMLElement).querySelectorAll('tbody tr')].map(words);
}

it('says once when a room is open or that it is closed, and lists no hours outside', () =>
  expect(rowsOf()).toEqual([
    'Atelier Ouverte 8:00–20:00 Réserver Libre toute la journée',
    'Cave Fermée ce jour',
    'Salon Réserver Libre toute la journée',
  ]));

it('lists bookings and closures of the day', () =>
  expect(rowsOf([booked(workshop, '10:00', '12:00')], [closed('14:00', '16:00', { roomId: workshop.id })]).slice(0, 2)).toEqual([
    'Atelier Ouverte 8:00–20:00 Réserver 10:00–12:00 Réunion',
    '14:00–16:00 Fermée : Congé',
  ]));

it('a room is not said to be free while others are in it whom the filters leave out', () => {
  const items = [booked(workshop, '10:00', '12:00', { mine: true }), booked(always, '10:00', '12:00', { title: 'Chorale' })];
  const rows = rowsOf(items, [], ({ mine }) => mine);
  expect(rows[0]).toContain('Réunion');
  expect(rows[2]).toBe('Salon Réserver Prise par d’autres à certaines heures');
});

it('says what colours say in words too, and what is only asked for', () => {
  const asked = booked(workshop, '10:00', '12:00', { status: 'requested', visibility: 'public' });
  expect(rowsOf([asked])[0]).toContain('Réunion demandée');
  TestBed.resetTestingModule();
  const items = [asked, booked(workshop, '14:00', '15:00', { visibility: 'private' })];
  expect(rowsOf(items, [], () => true, 'kind').slice(0, 2)).toEqual([
    expect.stringContaining('Réunion en attente d’accord'),
    expect.stringContaining('Réunion privée'),
  ]);
});
