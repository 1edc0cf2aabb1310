const ROOM = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';
const ORGANISATION = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a11';
const DATE = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a12';
const WISH = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a13';
const CALENDAR = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a14';
const NOTIFICATION = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a15';
const SECRET = 'Zk3yT0qYw1mP9sXv5bN2cR7dL4hJ8gF6aQeUiOtWxEy';

const place = { organisationId: ORGANISATION, roomIds: [ROOM], start: '2026-03-16T10:00', end: '2026-03-16T12:00' };
const closing = { roomIds: [ROOM], start: '2026-07-20T00:00', end: '2026-08-03T00:00' };
const reply = { answer: 'declined', note: 'Ce jour-là je suis en voyage.' };
const thursday = { roomId: ROOM, weekday: 4, start: '18:00', end: '20:00' };
const wish = { title: 'Chorale', attendees: 20, features: ['piano'], choices: [thursday, { ...thursday, roomId: null, weekday: 2 }] };
const imported = { organisationId: ORGANISATION, visibility: 'residents', rooms: [{ location: 'Rez-de-chaussée', roomId: ROOM }] };

/** Bookings, what they are asked of, and seasons. */
export const BOOKING_EXAMPLES = {
  BookingDraft: {
    ...{ title: 'Réunion d’équipe', ...place, attendees: 12, layout: 'circle' },
    ...{ recurrence: { rrule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=10', excludes: [CALENDAR] }, onRefused: 'skip', retrySkipped: true },
    participants: [{ email: 'ada@example.org', name: 'Ada' }],
  },
  PreviewDraft: { ...place, attendees: 12 },
  BookingEdit: { scope: 'this', occurrenceId: DATE, start: '2026-03-16T14:00', end: '2026-03-16T16:00' },
  Cancellation: { scope: 'following', occurrenceId: DATE, reason: 'L’atelier s’arrête à Pâques.' },
  DateMeant: { occurrenceId: DATE },
  Decision: { verdict: 'accept', note: 'Bienvenue. La clé est à l’accueil.' },
  WaitlistDraft: { title: 'Répétition', ...place },
  ReplyLink: { token: SECRET },
  ReplyByLink: { token: SECRET, ...reply },
  ReplyHere: reply,
  HouseChange: { change: 'closure', ...closing },
  PlacesQuery: { closure: closing, occurrenceId: DATE },
  ClosingDraft: {
    ...{ ...closing, reason: { fr: 'Travaux', nl: 'Werken', en: 'Works' }, message: 'Le plancher est refait cet été.' },
    choices: [{ act: 'cancel', occurrenceId: DATE }],
  },
  ExclusionCalendarDraft: {
    name: { fr: 'Congés scolaires', nl: 'Schoolvakanties' },
    ranges: [{ from: '2026-10-19', to: '2026-10-30', name: 'Congé d’automne' }],
  },
  ExclusionText: { text: '2026-10-19;2026-10-30;Congé d’automne' },
  CalendarAddress: { url: 'https://example.org/agenda.ics' },
  CalendarImportWish: imported,
  CalendarImportConfirmation: { ...imported, onRefused: 'skip', gone: 'cancel' },
  DisplayDraft: { code: 'K7M 2PX', name: 'Porte de la salle A', shows: 'room', roomId: ROOM, language: 'fr' },
  DisplayEdit: { name: 'Porte de la salle B', shows: 'room', roomId: ROOM, language: 'nl' },
  SavedViewDraft: { name: 'Ma semaine', query: 'view=week&mine=1', isDefault: true },
  SavedViewEdit: { isDefault: false },
  OutsideAsk: {
    ...{ name: 'Ada Lovelace', organisation: 'Comité de quartier', email: 'ada@example.org', phone: '+32 470 12 34 56' },
    ...{ purpose: 'Fête des voisins', start: '2026-05-29T17:00', end: '2026-05-29T22:00', attendees: 40, roomId: ROOM },
    ...{ message: 'Nous apportons nos chaises.', language: 'fr', stamp: '1772352000.aXb3' },
  },
  OutsideConfirmation: { token: SECRET },
  OutsideDecision: { verdict: 'accept', ...place, title: 'Fête des voisins', visibility: 'public', note: 'Avec plaisir.' },
  SeasonRoundEdit: { wishesUntil: '2027-06-07' },
  SeasonWishDraft: { organisationId: ORGANISATION, ...wish },
  SeasonWishEdit: wish,
  SeasonWishOrder: { organisationId: ORGANISATION, wishIds: [WISH] },
  SeasonTieDecision: { key: '1-4f2c', wishId: WISH },
  SeasonPublication: { appealsUntil: '2027-06-15' },
  SeasonAppealDraft: { wishId: WISH, text: 'Le mardi, nos membres travaillent.' },
  SeasonAppealAnswer: { slot: thursday, answer: 'Le jeudi s’est libéré.' },
  NotificationReading: { upTo: NOTIFICATION },
  PreferencesEdit: { reminder: 'hour', digest: 'weekly' },
};
