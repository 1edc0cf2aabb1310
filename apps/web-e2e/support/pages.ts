import { expect, type Page } from '@playwright/test';
import type { DisplayAnswer } from '@bota/booking/domain';
import type { Language } from '@bota/shared/domain';
import { Caretaker } from './caretaker';
import { type Account, readerOf, SPACE } from './house';
import { invite } from './invite';
import { Panel } from './panel';
import { pair } from './screens';
import { words } from './words';

/** A page as a person meets it, a visitor, a member or who coordinates: how to get there, and what tells that it is all there. */
export type Place = {
  name: string;
  isPublic?: boolean;
  isOfHouse?: boolean;
  isOfAdmin?: boolean;
  show: (page: Page, language: Language) => Promise<void>;
};

const at = (path: string, landmark: string) => async (page: Page) => {
  await page.goto(path);
  await expect(page.locator(landmark).first()).toBeVisible({ timeout: 30_000 }); // a busy machine draws a month late
};
const inHouse = (path: string, landmark: string) => at(`/${SPACE}/${path}`, landmark);

/** Whose browser a page is looked at with. */
export type Readers = { member: Page; visitor: Page; coordinator: Page; admin: Page };
export const readerIn = ({ member, visitor, coordinator, admin }: Readers, { isPublic, isOfHouse, isOfAdmin }: Place): Page => {
  if (isPublic) return visitor;
  if (isOfHouse) return coordinator;
  return isOfAdmin ? admin : member;
};

/** What a letter would carry: whose and of which family; its signature is only read when somebody goes on. */
const A_LINK = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10.bookings.unsigned';

/** Every page but the set-up, which needs an empty house. */
export const PLACES: Place[] = [
  { name: 'sign-in', isPublic: true, show: at('/sign-in', 'b75-demo-accounts li') },
  { name: 'sign-in-link', isPublic: true, show: showLinkWish },
  { name: 'invitation', isPublic: true, show: showInvitation },
  { name: 'account', show: at('/account', 'b75-session-list li') },
  { name: 'account-erasure', show: showErasure },
  { name: 'account-notifications', show: at('/account#notifications', 'b75-preferences select') },
  { name: 'unsubscribe', isPublic: true, show: at(`/unsubscribe#${A_LINK}`, 'b75-unsubscribe button') },
  { name: 'notifications', show: inHouse('notifications', 'b75-notification-row, b75-notifications ui-empty') },
  { name: 'today', show: inHouse('today', 'b75-free-rooms li') },
  { name: 'agenda', show: inHouse('agenda', '.booking .ev, b75-agenda-phone .ev') },
  { name: 'agenda-organisation', show: inHouse('agenda?organisation=racines-demo', '.booking .ev, b75-agenda-phone .ev') },
  { name: 'agenda-who', show: showWho },
  { name: 'agenda-conflict', show: showConflict },
  { name: 'agenda-week', show: inHouse('agenda?view=week', '.booking .ev, b75-agenda-phone .ev') },
  { name: 'agenda-time', show: inHouse('agenda?view=time', '.booking .ev, b75-agenda-phone .ev') },
  { name: 'agenda-month', show: inHouse('agenda?view=month', '.booking .ev, b75-agenda-phone .ev') },
  { name: 'agenda-year', show: inHouse('agenda?view=year', 'b75-agenda-year .months') },
  { name: 'agenda-mine', show: inHouse('agenda?who=me&view=list&colour=kind', 'b75-calendar-grid, b75-agenda-phone-list') },
  { name: 'agenda-list', show: inHouse('agenda?view=list', '.booking .ev, b75-agenda-phone-list .ev') },
  { name: 'agenda-table', show: inHouse('agenda?table=1', 'b75-agenda-table td') },
  { name: 'rooms', show: inHouse('rooms', 'b75-room-directory li, b75-room-directory h3') },
  { name: 'rooms-found', show: inHouse('rooms?people=8&features=screen&date=2026-11-27&from=13:00&minutes=120', '[b75-finding-row]') },
  { name: 'find-time', show: inHouse('rooms/find-time?rooms=salle-a,salle-b&first=2026-11-25', 'b75-time-results li') },
  { name: 'ask', isPublic: true, show: inHouse('ask', 'b75-ask form') },
  { name: 'ask-confirm', isPublic: true, show: inHouse(`ask/confirm#${'x'.repeat(43)}`, 'b75-ask-confirm button') },
  { name: 'reply', isPublic: true, show: inHouse(`reply/declined#${'x'.repeat(43)}`, 'b75-reply ui-empty') },
  { name: 'room', show: inHouse('rooms/salle-marronnier', 'b75-room-week .ev, b75-week-list li') },
  { name: 'calendars', show: inHouse('calendars?room=salle-marronnier', 'b75-new-feed select') },
  { name: 'booking', show: showBooking },
  { name: 'residents', show: inHouse('residents', '[b75-resident-row]') },
  { name: 'resident', show: inHouse('residents/racines-demo', 'b75-member-list li, b75-join-wish form') },
  { name: 'resident-managed', isOfHouse: true, show: inHouse('residents/racines-demo', 'b75-invite-form form') },
  { name: 'resident-mandate', isOfAdmin: true, show: showMandateForm },
  { name: 'house-waiting', isOfHouse: true, show: inHouse('house', 'b75-task-list li') },
  { name: 'resident-leaving', isOfHouse: true, show: inHouse('residents/fanfare-demo', 'b75-exit-list li') },
  { name: 'resident-new', isOfHouse: true, show: inHouse('residents/new', 'b75-terms-fields') },
  { name: 'resident-edit', isOfHouse: true, show: inHouse('residents/racines-demo/edit', 'b75-organisation-fields') },
  { name: 'residency-edit', isOfHouse: true, show: showResidencyEdit },
  { name: 'house-keys', isOfHouse: true, show: inHouse('house/keys', '[b75-key-row]') },
  { name: 'house-keys-dialog', isOfHouse: true, show: showKeyDialog },
  { name: 'house-team', isOfHouse: true, show: inHouse('house/team', '#person') },
  { name: 'house-charges', isOfHouse: true, show: inHouse('house/charges', 'b75-charges .months li') },
  { name: 'house-charges-form', isOfHouse: true, show: showChargeForm },
  { name: 'house-charges-month', isOfHouse: true, show: inHouse('house/charges/2026-11', 'b75-charges-month li') },
  { name: 'statement', isOfHouse: true, show: inHouse('residents/racines-demo/statements/2026-09', 'b75-statement tfoot') },
  { name: 'house-import', isOfHouse: true, show: inHouse('house/import', 'b75-sheet-choice ui-file-drop') },
  { name: 'house-import-report', isOfHouse: true, show: showImport },
  { name: 'house-calendar-import', isOfHouse: true, show: inHouse('house/calendar-import', 'b75-calendar-choice ui-file-drop') },
  { name: 'room-door', isPublic: true, show: inHouse('rooms/petit-salon/check-in', 'b75-door h1') },
  { name: 'plan', isPublic: true, show: inHouse('plan?floor=1', 'b75-floor-plan .box') },
  { name: 'plan-at-time', show: inHouse('plan?floor=0&date=2026-11-25&time=15:30', 'b75-floor-plan .box') },
  { name: 'house-settings', isOfHouse: true, show: inHouse('house/settings', 'b75-look button') },
  { name: 'house-hours', isOfHouse: true, show: inHouse('house/hours', 'b75-hours [type=submit]') },
  { name: 'house-rooms', isOfHouse: true, show: inHouse('house/rooms', 'b75-manage-rooms li') },
  { name: 'house-room', isOfHouse: true, show: inHouse('house/rooms/salle-marronnier', 'b75-room-fields input') },
  { name: 'house-requests-accept', isOfHouse: true, show: showAcceptance },
  { name: 'house-requests', isOfHouse: true, show: inHouse('house/requests', 'b75-requests ui-section-header') },
  { name: 'house-room-rules', isOfHouse: true, show: inHouse('house/rooms/salle-marronnier/rules', 'b75-rules-fields input') },
  { name: 'house-room-door', isOfHouse: true, show: inHouse('house/rooms/petit-salon/door', 'b75-qr-code path') },
  { name: 'house-statistics', isOfHouse: true, show: inHouse('house/statistics', 'b75-statistics td') },
  { name: 'house-quotas', isOfHouse: true, show: inHouse('house/quotas', 'b75-quotas .row') },
  { name: 'house-day', isOfHouse: true, show: inHouse('house/day?date=2026-11-24', 'b75-day-sheet .room li') },
  { name: 'house-displays', isOfHouse: true, show: inHouse('house/displays', 'b75-pair-form input') },
  { name: 'display-pairing', isPublic: true, show: at('/display', 'b75-pairing-view .code') },
  { name: 'display-today', isPublic: true, show: showScreen('today', 'b75-today-screen li') },
  { name: 'display-room', isPublic: true, show: showScreen('rooms/salle-marronnier', 'b75-room-screen .word') },
  { name: 'house-floors', isOfHouse: true, show: inHouse('house/floors', 'b75-floors li') },
  { name: 'house-plan', isOfHouse: true, show: inHouse('house/plan?floor=1', 'b75-plan-editor .box') },
  { name: 'house-closures', isOfHouse: true, show: inHouse('house/closures', 'b75-affected-choices .note') },
  { name: 'season', show: inHouse('season', 'b75-my-wishes li, b75-my-wishes ui-empty') },
  { name: 'house-seasons', isOfHouse: true, show: inHouse('house/season', 'b75-season-rounds li') },
  { name: 'house-season', isOfHouse: true, show: showSeason },
  { name: 'house-letters', isOfHouse: true, show: inHouse('house/letters', 'b75-outbox ui-empty, b75-outbox li') },
  { name: 'house-templates', isOfHouse: true, show: inHouse('house/templates', 'b75-letter-view iframe') },
  { name: 'house-log', isOfHouse: true, show: inHouse('house/log', '[b75-log-row]') },
  { name: 'house-log-details', isOfHouse: true, show: showLogDetails },
  { name: 'house-integrity', isOfHouse: true, show: inHouse('house/integrity', 'b75-integrity li') },
  { name: 'search', show: showSearch },
  { name: 'not-found', isPublic: true, show: at(`/${SPACE}/nothing/here`, 'h1') },
];

/** A browser is paired once: what it shows then stands in the address. */
function showScreen(path: string, landmark: string) {
  return async (page: Page, language: Language) => {
    const paired = await page.request.get('/api/display');
    if (((await paired.json()) as DisplayAnswer).shown === null) await pair(page, { shows: 'today', language });
    await at(`/display/${path}`, landmark)(page);
  };
}

async function showLinkWish(page: Page): Promise<void> {
  await at('/sign-in', 'b75-demo-accounts li')(page);
  await page.locator('button.way').click();
  await expect(page.locator('b75-ask-link')).toBeVisible();
}

async function showChargeForm(page: Page): Promise<void> {
  await inHouse('house/charges', 'b75-charges .row button')(page);
  await page.locator('b75-charges .row button').first().click();
  await expect(page.locator('b75-charge-form')).toBeVisible();
}

async function showMandateForm(page: Page): Promise<void> {
  await inHouse('residents/racines-demo', 'b75-mandates .add')(page);
  await page.locator('b75-mandates .add').click();
  await expect(page.locator('b75-mandate-form')).toBeVisible();
}

async function showKeyDialog(page: Page): Promise<void> {
  await inHouse('house/keys', '[b75-key-row]')(page);
  await page.locator('b75-keys .head > button').click();
  await expect(page.locator('b75-key-dialog #key-label')).toBeVisible();
}

/** Entries of the log, opened one under the other: what was before and after. */
async function showLogDetails(page: Page): Promise<void> {
  await inHouse('house/log', '[b75-log-row] summary')(page);
  const details = page.locator('[b75-log-row] summary');
  for (const summary of (await details.all()).slice(0, 8)) await summary.click();
  await expect(page.locator('[b75-log-row] details[open] dl').first()).toBeVisible();
}

/** A sheet with a row of each kind, which is never confirmed. */
async function showImport(page: Page): Promise<void> {
  await at(`/${SPACE}/house/import?kind=people`, 'b75-sheet-choice ui-file-drop')(page);
  await page.locator('#import-file').setInputFiles({ name: 'membres.csv', mimeType: 'text/csv', buffer: Buffer.from(A_SHEET) });
  await expect(page.locator('b75-row-list li')).toHaveCount(5);
}

async function showSeason(page: Page): Promise<void> {
  await inHouse('house/season', 'b75-season-rounds li a')(page);
  await page.locator('b75-season-rounds li a').first().click();
  await expect(page.locator('b75-result-list li').first()).toBeVisible();
}

/** A neighbour being accepted into a room. */
async function showAcceptance(page: Page, language: Language): Promise<void> {
  await page.goto(`/${SPACE}/house/requests`);
  await page
    .getByRole('button', { name: words(language)('requests.outside.accept') })
    .first()
    .click();
  await expect(page.locator('b75-outside-accept b75-verdict .note').first()).toBeVisible();
}

async function showErasure(page: Page): Promise<void> {
  await at('/account', 'b75-own-data .lose')(page);
  await page.locator('b75-own-data .lose').click();
  await expect(page.locator('b75-erasure-dialog')).toBeVisible();
}

async function showResidencyEdit(page: Page): Promise<void> {
  await inHouse('residents/marmite-demo', 'b75-residency-card .acts a')(page);
  await page.locator('b75-residency-card .acts a').click();
  await expect(page.locator('b75-occupancy-fields select').first()).toBeVisible();
}

async function showSearch(page: Page, language: Language): Promise<void> {
  await inHouse('today', 'b75-free-rooms li')(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: words(language)('search.title') }).fill('atelier');
  await expect(page.locator('b75-search-dialog [role=option]').first()).toContainText('Atelier');
}

// Headings that are no text of ours in any language.
const A_SHEET = `Naam en voornaam;Adresse mail;Structure;lg;Opm.
Camille Exemple;camille@exemple.example;Racines & Finances;fr;
Jan Voorbeeld;jan@voorbeeld.example;Vrije Vaart vzw;nl;le mardi
Camille;CAMILLE@exemple.example;racines & finances;;
;membre.racines@bota75.example;Racines & Finances;;
Sans adresse;à demander;Inconnue;allemand;
`;

/** One invitation for each worker, in an address of its own, which is never accepted. */
const invitation: { link?: Promise<string> } = {};

async function showInvitation(page: Page): Promise<void> {
  invitation.link ??= newInvitation();
  await at(await invitation.link, 'b75-newcomer-form')(page);
}

async function newInvitation(): Promise<string> {
  const coordination = await Caretaker.as('coordination');
  const link = await invite(coordination, `invite.${crypto.randomUUID()}@bota75.example`);
  await coordination.leave();
  return link;
}

/** The wish of the visual reference: Salle A while Vrije Vaart is still in it. */
async function showWho(page: Page, language: Language): Promise<void> {
  await page.goto(`/${SPACE}/agenda`);
  const filters = page.getByRole('button', { name: words(language)('booking.filter.label') });
  const menu = page.locator('b75-agenda-filters ui-menu-button button').first();
  await filters.or(menu).first().waitFor();
  if (await filters.isVisible()) await filters.click();
  await menu.click();
  await page.getByRole('menuitemradio').first().waitFor();
}

async function showConflict(page: Page, language: Language): Promise<void> {
  const say = words(language);
  await inHouse('agenda?book=1&room=salle-a&start=2026-11-24T13:30&end=2026-11-24T15:30', '.booking .ev, b75-booking-panel')(page);
  const panel = new Panel(page, say);
  await panel.title.fill('Comité d’épargne solidaire');
  await panel.root.locator('#attendees').fill('18');
  await expect(panel.alternatives.first()).toBeVisible();
  await expect(panel.verdict).toHaveAttribute('aria-busy', 'false');
}

async function showBooking(page: Page, language: Language): Promise<void> {
  const id = await someSeries(readerOf[language]);
  await inHouse(`bookings/${id}`, 'b75-occurrence-list li')(page);
}

const series = new Map<Account, Promise<string>>();

/** A booking with several dates of the reader’s organisation, one for each worker. */
function someSeries(account: Account): Promise<string> {
  const known = series.get(account) ?? firstSeries(account);
  series.set(account, known);
  return known;
}

async function firstSeries(account: Account): Promise<string> {
  const caretaker = await Caretaker.as(account);
  const id = await caretaker.someSeries();
  await caretaker.leave();
  return id;
}
