import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting, type TestRequest } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Preview } from '@bota/booking/domain';
import { provideFixedTexts, provideIcons, UI_TEXTS } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import booking from '../i18n/booking.fr.json' with { type: 'json' };
import { FLOORS, house, ZONE } from '../rooms/house.fixture';
import { BookingPanel } from './booking-panel';
import { Desk, type Seed } from './desk';

export const ID = '00000000-0000-7000-8000-000000000501';
const organisation = {
  id: ID,
  slug: 'racines',
  name: 'Racines & Finances',
  initials: 'RF',
  hue: 1,
  pattern: 1,
  demo: true,
  description: {},
};
const vaart = { ...organisation, id: '00000000-0000-7000-8000-000000000502', slug: 'vaart', name: 'Vrije Vaart', initials: 'VV' };
const me = {
  person: { id: ID, email: 'a@b75.example', displayName: 'Membre', language: 'fr', hasPassword: true },
  memberships: [{ organisationId: ID, role: 'member', organisation }],
  houseRoles: [],
};
const space = {
  id: ID,
  slug: 'bota-75',
  name: 'Bota 75',
  address: '',
  zone: ZONE,
  languages: ['fr'],
  colour: null,
  logo: null,
  hours: null,
  neighboursMayAsk: false,
  version: 1,
  horizonDays: 365,
};
const spaces = { feature: { 'step-free': 'Sans marche' }, layout: { theatre: 'en théâtre', circle: 'en cercle' } };
const { default: ui } = await UI_TEXTS.fr();
const TYPED_MS = 300;

/** The panel in a house with its stores and texts; what it asks of the server is answered by hand. */
export class PanelInHouse {
  readonly http: HttpTestingController;
  readonly desk: Desk;
  private panel: ComponentFixture<BookingPanel> | undefined;

  /** `more` than the rooms of the house: what they are like here, whether the reader is its coordination, and whether others live here too. */
  constructor(private readonly more: { rooms?: readonly Room[]; mayConfigure?: boolean; isShared?: boolean } = {}) {
    sessionStorage.clear();
    TestBed.configureTestingModule({
      providers: [
        provideHttpClient(),
        provideHttpClientTesting(),
        provideRouter([]),
        provideFixedTexts('fr', { ui, spaces, booking }),
        provideIcons(),
      ],
    });
    this.http = TestBed.inject(HttpTestingController);
    this.desk = TestBed.inject(Desk);
  }

  async open(seed: Seed): Promise<HTMLElement> {
    void TestBed.inject(SpaceStore).open('bota-75');
    this.panel = TestBed.createComponent(BookingPanel);
    await this.settle();
    this.desk.open(seed);
    await this.settle();
    return this.element;
  }

  get fixture(): ComponentFixture<BookingPanel> {
    if (!this.panel) throw new Error('open() first');
    return this.panel;
  }

  get element(): HTMLElement {
    return this.fixture.nativeElement as HTMLElement;
  }

  get loader() {
    return TestbedHarnessEnvironment.loader(this.fixture);
  }

  /** Waits until typing has come to rest, then answers the question about it. */
  async verdict(dates: Pick<Preview, 'occurrences' | 'alternatives'> & Partial<Preview>): Promise<object> {
    const preview: Preview = { needsApproval: false, holdUntil: null, ...dates };
    await this.typed();
    // Where the machine is slow, what was typed before was asked about too, and given up.
    const asked = this.http.match(({ url }) => url.endsWith('/preview')).filter(({ cancelled }) => !cancelled);
    const [request] = asked;
    if (!request || asked.length > 1) throw new Error(`asked ${asked.length} times`);
    request.flush(preview);
    await this.settle();
    return request.request.body as object;
  }

  /** Waits until typing has come to rest and is asked about. */
  async typed(): Promise<void> {
    await new Promise((done) => setTimeout(done, TYPED_MS));
    TestBed.tick();
  }

  /** Answers what the stores ask; questions about bookings wait for the test. */
  async settle(): Promise<void> {
    for (let round = 0; round < 5; round += 1) {
      TestBed.tick();
      for (const request of this.http.match(({ url }) => !url.includes('/bookings'))) this.reply(request);
      await new Promise((done) => setTimeout(done));
    }
    this.fixture.detectChanges();
  }

  private reply(request: TestRequest): void {
    const { url } = request.request;
    if (request.cancelled) return;
    if (url === '/api/me') request.flush(me);
    else if (url.endsWith('/rooms')) request.flush({ items: this.more.rooms ?? house().rooms, floors: FLOORS });
    else if (url.endsWith('/residents'))
      request.flush({
        items: [...(this.more.isShared ? [vaart] : []), organisation].map((one) => ({
          ...{ residencyId: one.id, organisation: one, from: '2026-01-01', to: null, status: 'active', occupies: [], isArchived: false },
        })),
      });
    else request.flush(url === '/api/spaces' ? { items: [] } : { ...space, may: { book: true, configure: !!this.more.mayConfigure } });
  }
}
