import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideFixedTexts, provideIcons } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { aReader, READER_ID, words } from '@bota/spaces/web/testing';
import booking from '../i18n/booking.fr.json' with { type: 'json' };
import spaces from '../../../spaces/web/i18n/spaces.fr.json' with { type: 'json' };
import { AgendaFilters } from './agenda-filters';
import { type AgendaQuery, readQuery } from './agenda-query';

const organisation = (slug: string, name: string, n: number) => ({
  ...{ id: READER_ID.slice(0, -1) + n, slug, name, initials: 'XX', hue: 1, pattern: 1, demo: true, description: {} },
});
const resident = (of: ReturnType<typeof organisation>, n: number) => ({
  ...{ residencyId: READER_ID.slice(0, -2) + `2${n}`, organisation: of, from: '2026-01-01', to: null, status: 'active' },
  ...{ occupies: [], isArchived: false },
});
const [vaart, racines] = [organisation('vaart', 'Vrije Vaart vzw', 1), organisation('racines', 'Racines & Finances', 2)];

async function show(params: Record<string, string> = {}) {
  TestBed.configureTestingModule({
    providers: [
      ...[provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
      ...[provideFixedTexts('fr', { booking, spaces }), provideIcons()],
    ],
  });
  void TestBed.inject(SpaceStore).open('bota-75');
  const fixture = TestBed.createComponent(AgendaFilters);
  const asked: Partial<AgendaQuery>[] = [];
  fixture.componentRef.setInput('hasOrganisation', true);
  fixture.componentRef.setInput('query', readQuery(params, '2026-11-24'));
  fixture.componentInstance.changed.subscribe((change) => asked.push(change));
  fixture.detectChanges();
  const items = [resident(vaart, 1), resident(racines, 2), resident(vaart, 3)];
  const http = TestBed.inject(HttpTestingController);
  for (let round = 0; round < 4; round += 1) {
    TestBed.tick();
    for (const request of http.match(({ url }) => url === '/api/me')) request.flush(aReader);
    for (const request of http.match(({ url }) => url.endsWith('/residents'))) if (!request.cancelled) request.flush({ items });
    await new Promise((done) => setTimeout(done));
  }
  fixture.detectChanges();
  const chip = [...(fixture.nativeElement as HTMLElement).querySelectorAll<HTMLElement>('[aria-haspopup=menu]')][0];
  if (!chip) throw new Error('No menu of organisations');
  return { chip, asked };
}

const choices = async () => {
  for (let round = 0; round < 20 && !document.querySelector('[role=menuitemradio]'); round += 1) {
    TestBed.tick();
    await new Promise((done) => setTimeout(done, 20));
  }
  return [...document.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
};

it('says in one menu whose bookings: everybody’s, mine, or those of an organisation, each once and by name', async () => {
  const { chip, asked } = await show({ mine: '1' });
  expect(words(chip)).toBe('Mon organisation');
  chip.click();
  const items = await choices();
  expect(items.map(words)).toEqual(['Tout le monde', 'Mes réservations', 'Mon organisation', 'Racines & Finances', 'Vrije Vaart vzw']);
  expect(items.map((item) => item.getAttribute('aria-checked'))).toEqual(['false', 'false', 'true', 'false', 'false']);
  items[3]?.click();
  expect(asked).toEqual([{ organisation: 'racines', mine: false, me: false }]);
});

it('says which one the address asks for', async () => expect(words((await show({ organisation: 'vaart' })).chip)).toBe('Vrije Vaart vzw'));
it('and nothing but its name while everybody is shown', async () => expect(words((await show()).chip)).toBe('Qui'));
