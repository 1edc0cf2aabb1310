import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CalendarItem } from '@bota/booking/domain';
import { ResidentsStore } from '@bota/residents/web';
import { provideFixedTexts, provideIcons } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import booking from '../i18n/booking.fr.json' with { type: 'json' };
import spaces from '../../../spaces/web/i18n/spaces.fr.json' with { type: 'json' };
import { at, booked, DAY, salleA, ZONE } from '../rooms/house.fixture';
import { words } from '../rooms/page.fixture';
import { AgendaPhone } from './agenda-phone';

function shown(isAsked: (item: CalendarItem) => boolean): string {
  const store = { zone: () => ZONE, ref: () => 'bota-75', room: () => undefined, rooms: () => [salleA], floorOf: () => undefined };
  TestBed.configureTestingModule({
    providers: [
      ...[provideRouter([]), provideIcons(), provideFixedTexts('fr', { booking, spaces })],
      { provide: SpaceStore, useValue: store },
      { provide: ResidentsStore, useValue: { organisation: () => undefined } },
    ],
  });
  const list = TestBed.createComponent(AgendaPhone);
  const items = [booked(salleA, '13:00', '14:15', { title: 'Permanence' }), booked(salleA, '16:00', '17:00', { mine: true })];
  const inputs = { date: DAY, rooms: [salleA], items, isAsked, blocked: [], now: at('13:20'), isToday: true };
  for (const [name, value] of Object.entries(inputs)) list.componentRef.setInput(name, value);
  list.detectChanges();
  return words(list.nativeElement as HTMLElement);
}

it('lists what the filters ask for, and says a room taken that others are in', () => {
  const said = shown(({ mine }) => mine);
  expect(said).toContain('Occupée jusqu’à 14:15');
  expect(said).toContain('Réunion');
  expect(said).not.toContain('Permanence');
});
