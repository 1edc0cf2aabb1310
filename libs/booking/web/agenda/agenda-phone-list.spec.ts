import { TestBed } from '@angular/core/testing';
import type { CalendarItem } from '@bota/booking/domain';
import { addDays } from '@bota/shared/domain';
import { ResidentsStore } from '@bota/residents/web';
import { provideFixedTexts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import booking from '../i18n/booking.fr.json' with { type: 'json' };
import { at, booked, DAY, salleA, ZONE } from '../rooms/house.fixture';
import { words } from '../rooms/page.fixture';
import { AgendaPhoneList } from './agenda-phone-list';

const onDay = (item: CalendarItem, days: number): CalendarItem => {
  const later = (instant: string) => new Date(Date.parse(instant) + days * 86_400_000).toISOString();
  return { ...item, occurrenceId: `${item.occurrenceId}${days}`, start: later(item.start), end: later(item.end) };
};

function shown(now: Date): string {
  const store = { zone: () => ZONE, ref: () => 'bota-75', room: () => salleA, rooms: () => [salleA] };
  TestBed.configureTestingModule({
    providers: [
      provideFixedTexts('fr', { booking }),
      { provide: SpaceStore, useValue: store },
      { provide: ResidentsStore, useValue: { organisation: () => undefined } },
    ],
  });
  const list = TestBed.createComponent(AgendaPhoneList);
  const items = [
    onDay(booked(salleA, '09:00', '10:00', { title: 'Conseil', mine: true }), 2),
    booked(salleA, '09:00', '10:00', { title: 'Déjà fini', mine: true }),
    booked(salleA, '13:00', '14:15', { title: 'Permanence' }),
    booked(salleA, '16:00', '17:00', { title: 'Comité', mine: true }),
  ];
  const inputs = { dates: { from: addDays(DAY, -1), to: addDays(DAY, 6) }, items, isAsked: ({ mine }: CalendarItem) => mine, now };
  for (const [name, value] of Object.entries(inputs)) list.componentRef.setInput(name, value);
  list.detectChanges();
  return words(list.nativeElement as HTMLElement);
}

it('lists what is asked for day by day, without what is over', () => {
  const said = shown(at('13:20'));
  expect(said).toMatch(/Mardi 24 novembre.*Comité.*16:00–17:00 · Salle A.*Jeudi 26 novembre.*Conseil.*9:00–10:00 · Salle A/);
  expect(said).not.toMatch(/Déjà fini|Permanence|Mercredi/);
});

it('of another week all of it', () => expect(shown(at('2026-12-08T13:20'))).toMatch(/Mardi 24 novembre.*Déjà fini.*Comité/));
