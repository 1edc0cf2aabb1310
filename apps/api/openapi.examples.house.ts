const ID = '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10';
const SECRET = 'Zk3yT0qYw1mP9sXv5bN2cR7dL4hJ8gF6aQeUiOtWxEy';
const PASSWORD = 'une phrase qui reste en tête';

const ada = { displayName: 'Ada Lovelace', password: PASSWORD, language: 'fr' };
const key = { id: 'AQIDBAUGBwgJCgsMDQ4PEA', rawId: 'AQIDBAUGBwgJCgsMDQ4PEA', type: 'public-key', clientExtensionResults: {} };
const floor = { level: 1, name: { fr: 'Premier étage', nl: 'Eerste verdieping', en: 'First floor' } };
const hours = [...Array.from({ length: 5 }, () => ['08:00', '21:00']), ['10:00', '18:00'], null];
const label = { fr: 'Nettoyage', nl: 'Schoonmaak', en: 'Cleaning' };

/** Accounts, organisations, the house and who lives in it. */
export const HOUSE_EXAMPLES = {
  Setup: {
    space: { name: 'Bota 75', address: 'Rue Botanique 75, 1210 Bruxelles' },
    coordinator: { ...ada, email: 'ada@example.org' },
  },
  MeEdit: { language: 'nl' },
  LinkWish: { email: 'ada@example.org' },
  LinkUse: { token: SECRET },
  PasswordChange: { current: PASSWORD, next: 'une autre phrase qui reste en tête' },
  Erasure: { email: 'ada@example.org', password: PASSWORD },
  InvitationReading: { token: SECRET },
  InvitationAcceptance: { token: SECRET, account: ada },
  MemberEdit: { role: 'admin' },
  MandateEnding: { lastDay: '2026-12-31' },
  ContactEdit: { audience: 'house', role: 'Trésorière', phone: '+32 470 12 34 56' },
  OrganisationEdit: { initials: 'RF', description: { fr: 'Coopérative d’épargne solidaire.' } },
  PasskeyAssertion: { response: { ...key, response: { clientDataJSON: 'e30', authenticatorData: 'AQID', signature: 'AQID' } } },
  PasskeyRegistration: {
    name: 'Mon téléphone',
    response: { ...key, response: { clientDataJSON: 'e30', attestationObject: 'AQID', transports: ['internal'] } },
  },
  PasskeyEdit: { name: 'Mon ordinateur' },
  JoinWish: { message: 'Je donne cours avec vous le lundi.' },
  JoinDecision: { approve: true },
  SpaceDraft: { name: 'Bota 75', slug: 'bota-75', address: 'Rue Botanique 75, 1210 Bruxelles' },
  SpaceEdit: { languages: ['fr', 'nl', 'en'], colour: '#1d5b41', hours, neighboursMayAsk: true },
  RoomDraft: {
    name: 'Salle A',
    capacity: 40,
    floorId: ID,
    features: ['screen', 'step-free'],
    rules: { maxMinutes: 240, bufferMinutes: 15 },
  },
  RoomEdit: { description: { fr: 'Claire et calme.' }, rules: { hours, leadMinutes: 1440 } },
  RoomOrder: { roomIds: [ID] },
  FloorDraft: floor,
  FloorEdit: { ...floor, width: 1200, height: 800 },
  ResidentDraft: {
    ...{ organisation: { name: 'Racines & Finances' }, from: '2026-01-01', shareKey: 'm2', shareQuantity: 24 },
    occupies: [{ roomId: ID }],
  },
  ResidencyEdit: { to: '2026-12-31' },
  NoticeDraft: { on: '2026-06-30', lastDay: '2026-12-31' },
  KeyEdit: { label: 'B-001', opens: 'Porte de la rue' },
  HandOut: { organisationId: ID, since: '2026-03-16' },
  KeyEnd: { on: '2026-03-16' },
  TeamEdit: { roles: ['coordinator'] },
  ChargeDraft: { label, from: '2026-01', terms: { how: 'rate', rates: { m2: 850 } } },
  FeeDraft: { organisationId: ID, on: '2026-03-16', label, cents: 12_550 },
  CorrectionDraft: { label, cents: -2_550 },
};
