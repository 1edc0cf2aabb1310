import type { Alternative, Reason } from '@bota/shared/domain';

/** Every refusal the API can answer with: its status and its words for programmers. The code is the translation key. */
export const REFUSALS = {
  'invalid-input': [400, 'The request is not valid'],
  'malformed-request': [400, 'The request cannot be read'],
  'not-signed-in': [401, 'You need to sign in'],
  'wrong-credentials': [401, 'E-mail and password do not match'],
  'not-allowed': [403, 'You may not do this'],
  'foreign-origin': [403, 'The request comes from another site'],
  'invitation/other-address': [403, 'The invitation is for another address'],
  'invitation/sign-in-first': [409, 'The address has an account: sign in, then accept'],
  'erasure/proof-needed': [403, 'You signed in some time ago: say your password, or sign in anew, to erase the account'],
  'password/wrong': [403, 'The present password is not right'],
  'passkey/refused': [403, 'The passkey did not sign what it was asked to, for this house, with its owner recognised'],
  'passkey/unknown': [403, 'The passkey belongs to no account here'],
  'passkey/copied': [403, 'The passkey was used elsewhere: there are two of it'],
  'provider/unverified': [403, 'The provider does not confirm an e-mail address'],
  'provider/refused': [403, 'The provider let nobody in'],
  'booking/not-yours': [403, 'Only who booked, an admin of the organisation or a coordinator may change this booking'],
  'booking/not-your-organisation': [403, 'You book in the name of an organisation you belong to'],
  'not-found': [404, 'There is nothing here'],
  'method-not-allowed': [405, 'This method is not offered here'],
  'booking/refused': [409, 'The booking is refused'],
  'booking/organisation-not-resident': [409, 'The organisation is not resident of this space on these dates'],
  'booking/already-cancelled': [409, 'The booking is already cancelled'],
  'booking/already-started': [409, 'What has started or is past does not change'],
  'booking/uid-exists': [409, 'An event with this UID is already booked here'],
  'space/slug-taken': [409, 'This address is already used'],
  'space/zone-in-use': [409, 'The house has bookings ahead: its time zone does not change'],
  'room/has-bookings': [409, 'The room is booked ahead: move or cancel these bookings first'],
  'room/occupied': [409, 'Somebody sits in the room: end the occupancy first'],
  'room/desks-occupied': [409, 'More desks than this are occupied, now or later'],
  'room/name-taken': [409, 'Another room of the house has this name'],
  'room/part-of-whole': [409, 'The room is a part of another one in use'],
  'floor/level-taken': [409, 'Another floor has this level'],
  'floor/not-empty': [409, 'There are rooms on this floor'],
  'closure/already': [409, 'This is closed for exactly this time already'],
  'setup/done': [409, 'The house already exists'],
  'passkey/needs-name': [409, 'Passkeys belong to a name such as localhost: open the house by its name, not by an address of numbers'],
  'passkey/already': [409, 'This passkey is already kept'],
  'mandate/ended': [409, 'The mandate has ended already'],
  'mandate/has-evidence': [409, 'The evidence of a mandate is not replaced'],
  'provider/other-identity': [409, 'The account is linked to another identity of this provider'],
  'invitation/already-invited': [409, 'This address is already invited'],
  'invitation/used': [409, 'The invitation was already accepted'],
  'organisation/number-taken': [409, 'Another organisation has this enterprise number'],
  'organisation/resident': [409, 'The organisation lives in a house, or will: end its residency first'],
  'organisation/has-bookings': [409, 'The organisation has bookings ahead: cancel them first'],
  'organisation/archived': [409, 'The organisation is archived: restore it first'],
  'residency/already-resident': [409, 'The organisation is resident on these dates already'],
  'residency/occupied': [409, 'Somebody else has this room, or its desks, on these dates'],
  'residency/bookable-room': [409, 'A room that is booked is not given to one resident: make it an office first'],
  'residency/occupancies-after': [409, 'Something begins to be occupied after this last day: take it away first'],
  'residency/ended': [409, 'The residency has ended and does not change: open a new one'],
  'key/label-taken': [409, 'Another key of the house has this label'],
  'key/held': [409, 'Somebody has this key: take it back first'],
  'key/not-held': [409, 'Nobody has this key'],
  'key/lost': [409, 'This key is lost'],
  'key/not-lost': [409, 'This key is not lost'],
  'membership/already': [409, 'This person is already a member'],
  'membership/last-admin': [409, 'An organisation keeps an admin: name another one first'],
  'team/last-coordinator': [409, 'A house keeps a coordinator: name another one first'],
  'join/already-asked': [409, 'You have already asked to join'],
  'join/decided': [409, 'The request is already answered'],
  'invitation/over': [410, 'The invitation has expired or was withdrawn'],
  'passkey/over': [410, 'This was begun too long ago, or already used; please begin again'],
  'provider/over': [410, 'This was begun too long ago, in another browser, or already used; please begin again'],
  'link/over': [410, 'The link was used or has expired'],
  'charge/used': [409, 'Closed statements rest on this charge: end it instead'],
  'fee/month-closed': [409, 'The month is closed: a correction goes into an open one'],
  'period/already-closed': [409, 'The month is already closed'],
  'period/not-ended': [409, 'The month has not ended'],
  'period/out-of-order': [409, 'An earlier month is still open: close it first'],
  busy: [409, 'Somebody changed the same thing at the same moment; please try again'],
  'stale-version': [412, 'It was changed in the meantime'],
  'import/changed': [409, 'The house changed since the report: agree to the new one'],
  'payload-too-large': [413, 'The request is too large'],
  'unsupported-media-type': [415, 'The request is in a format this route does not take'],
  'file/not-what-it-says': [422, 'The content of the file is not of the type it is sent as'],
  'import/workbook': [422, 'This is a workbook: save the sheet as CSV'],
  'import/unreadable': [422, 'The sheet cannot be read'],
  'import/empty': [422, 'The sheet is empty'],
  'import/too-large': [422, 'The sheet has too many rows or columns'],
  'import/nothing': [422, 'There is nothing to import in this sheet'],
  'invitation/account-needed': [422, 'The address has no account yet: name and password are needed'],
  'mandate/not-a-member': [422, 'Holders of a mandate, and who is named in it, belong to the organisation'],
  'mandate/ends-in-the-past': [422, 'A mandate ends today or later'],
  'erasure/other-address': [422, 'The address is not that of the account'],
  'booking/ends-before-it-starts': [422, 'The end must come after the start'],
  'booking/start-off-rule': [422, 'The first date does not follow the recurrence rule'],
  'booking/no-dates': [422, 'The recurrence gives no date'],
  'booking/all-refused': [409, 'Every date of the series is refused'],
  'booking/not-a-series': [422, 'This booking is not a series'],
  'booking/not-for-one-date': [422, 'This belongs to all dates of the series and cannot differ on one'],
  'booking/unknown-room': [422, 'A room asked for does not exist here'],
  'booking/unknown-occurrence': [422, 'This date does not belong to the booking'],
  'recurrence/unreadable': [422, 'The recurrence rule cannot be read'],
  'recurrence/too-frequent': [422, 'The recurrence is more frequent than daily'],
  'recurrence/too-many': [422, 'The recurrence gives too many dates'],
  'recurrence/unsupported': [422, 'The recurrence rule uses a part that bookings do not support'],
  'idempotency-key-reused': [422, 'This Idempotency-Key was used for another request'],
  'fee/not-a-resident': [422, 'The organisation was never resident of this house'],
  'period/too-far': [422, 'The month is more than two years away'],
  'space/unknown-zone': [422, 'The time zone is not an IANA zone'],
  'residency/unknown-organisation': [422, 'This house knows no such organisation'],
  'residency/ends-before-it-begins': [422, 'The last day comes before the first'],
  'residency/last-day-past': [422, 'The last day is over already'],
  'residency/ends-before-notice': [422, 'Notice was given for this residency on a later day'],
  'residency/too-far': [422, 'This day is too far away'],
  'residency/share-too-large': [422, 'This quantity is more than the share key allows'],
  'residency/share-needed': [422, 'This share key needs an agreed quantity'],
  'residency/outside-its-dates': [422, 'This day lies outside of the residency'],
  'residency/unknown-room': [422, 'A room does not exist here, or is composed of others: choose its parts'],
  'key/unknown-holder': [422, 'This person or organisation does not belong to the house'],
  'key/unknown-room': [422, 'The room does not exist here'],
  'key/too-early': [422, 'The key was with somebody on this day'],
  'key/in-future': [422, 'This day has not come yet'],
  'room/unknown': [422, 'A room named does not exist here'],
  'room/part-of-itself': [422, 'A room cannot be a part of itself'],
  'closure/over': [422, 'The closure is over already'],
  'closure/ends-before-it-starts': [422, 'The end must come after the start'],
  'room/outside-floor': [422, 'The outline lies outside of the drawing of its floor'],
  'room/unknown-part': [422, 'A part does not exist in this space'],
  'room/unknown-floor': [422, 'The floor does not exist in this space'],
  'too-many-attempts': [429, 'Too many attempts; please wait'],
  internal: [500, 'Something went wrong on our side'],
  'provider/unreachable': [503, 'The identity provider does not answer'],
  unavailable: [503, 'The service is not ready; please try again in a moment'],
} as const satisfies Record<string, readonly [number, string]>;
export type RefusalCode = keyof typeof REFUSALS;

type Particulars = {
  detail?: string;
  reasons?: Reason[];
  alternatives?: Alternative[];
  errors?: { path: string; message: string }[];
  current?: unknown;
  retryAfterSeconds?: number;
};

/** A no with its reason; one filter turns it into RFC 9457 problem details. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly particulars: Particulars = {},
  ) {
    super(particulars.detail ?? REFUSALS[code][1]);
  }

  get status(): number {
    return REFUSALS[this.code][0];
  }
}

export function refuse(code: RefusalCode, particulars?: Particulars): never {
  throw new Refusal(code, particulars);
}
