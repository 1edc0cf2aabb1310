import { TestBed } from '@angular/core/testing';
import { provideFixedTexts } from '@bota/shared/ui';
import { ResidentsStore } from '@bota/residents/web';
import { SpaceStore } from '@bota/spaces/web';
import { words } from '@bota/spaces/web/testing';
import booking from '../i18n/booking.fr.json' with { type: 'json' };
import { at, booked, DAY, salleA, ZONE } from '../rooms/house.fixture';
import { AgendaPrint } from './agenda-print';

it('paper says what is only asked for, and puts what began before on the first day', () => {
  const store = { zone: () => ZONE, room: () => salleA, space: { hasValue: () => true, value: () => ({ name: 'Bota 75' }) } };
  TestBed.configureTestingModule({
    providers: [
      provideFixedTexts('fr', { booking }),
      { provide: SpaceStore, useValue: store },
      { provide: ResidentsStore, useValue: { organisation: () => undefined } },
    ],
  });
  const paper = TestBed.createComponent(AgendaPrint);
  const items = [booked(salleA, '2026-11-23T22:00', '02:00'), booked(salleA, '10:00', '11:00', { title: 'Conseil', status: 'requested' })];
  const inputs = { title: 'Mardi', items, dates: { from: DAY, to: '2026-11-25' }, now: at('09:00') };
  for (const [name, value] of Object.entries(inputs)) paper.componentRef.setInput(name, value);
  paper.detectChanges();
  const page = paper.nativeElement as HTMLElement;
  expect([...page.querySelectorAll('h2')].map(words)).toEqual(['Mardi 24 novembre 2026']);
  expect([...page.querySelectorAll('tr')].map(words)).toEqual([
    expect.stringContaining('Réunion'),
    expect.stringMatching(/Conseil.*Salle A.*\(demandée\)/),
  ]);
});
