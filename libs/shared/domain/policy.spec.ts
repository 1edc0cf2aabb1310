import { type Actor, NOBODY } from './actor';
import { type Action, GRANTS, type Subject, can } from './policy';

const ACTIONS = Object.keys(GRANTS) as Action[];
const someone = (rest: Partial<Actor> = {}): Actor => ({ ...NOBODY, personId: 'me', displayName: 'Moi', ...rest });
const SUBJECT: Subject = { spaceId: 'house', organisationId: 'ours', personId: 'other', bookedBy: 'other', isResident: false };

const member = someone({ memberships: [{ organisationId: 'ours', role: 'member' }] });
const admin = someone({ memberships: [{ organisationId: 'ours', role: 'admin' }] });
const elsewhere = someone({
  memberships: [{ organisationId: 'theirs', role: 'admin' }],
  houseRoles: [{ spaceId: 'other', role: 'coordinator' }],
});
const coordinator = someone({ houseRoles: [{ spaceId: 'house', role: 'coordinator' }] });
const steering = someone({ houseRoles: [{ spaceId: 'house', role: 'steering' }] });

const granted = (actor: Actor, subject: Subject) => ACTIONS.filter((action) => can(actor, action, subject));
/** What any person may do, whoever they are: their own account, asking to join, what is public. */
const ANYONES = granted(someone(), SUBJECT);

it('nobody signed in sees what is public, and nothing else', () => {
  expect(granted(NOBODY, SUBJECT)).toEqual(['booking:see-public']);
});

it('an admin of another organisation who coordinates another house is a stranger here', () => {
  expect(granted(elsewhere, SUBJECT)).toEqual(ACTIONS.filter((action) => ANYONES.includes(action) || action === 'space:create'));
});

it('a subject that says nothing of itself grants nothing by house, organisation or person', () => {
  for (const actor of [member, admin, coordinator, steering]) {
    expect(granted(actor, {}).filter((action) => action !== 'space:create')).toEqual(ANYONES);
  }
});

it('an admin may all that a member may', () => {
  expect(granted(admin, SUBJECT)).toEqual(expect.arrayContaining(granted(member, SUBJECT)));
});

it.each<[Action, Actor, boolean]>([
  ['mandate:manage', coordinator, false],
  ['mandate:manage', admin, true],
  ['mandate:read', coordinator, true],
  ['members:manage', member, false],
  ['charges:manage', admin, false],
  ['statement:read', member, false],
  ['statement:read', admin, true],
  ['log:read', steering, false],
  ['booking:see-residents', steering, true],
  ['booking:see-private', steering, false],
])('%s', (action, actor, expected) => {
  expect(can(actor, action, SUBJECT)).toBe(expected);
});

it('an organisation that lives in several houses is coordinated in each of them', () => {
  expect(can(coordinator, 'members:manage', { organisationId: 'theirs', spaceIds: ['other', 'house'] })).toBe(true);
  expect(can(coordinator, 'members:manage', { organisationId: 'theirs', spaceIds: ['other'] })).toBe(false);
});

it('who booked keeps the booking only as long as they belong to its organisation', () => {
  const own = { ...SUBJECT, bookedBy: 'me' };
  expect(can(member, 'booking:edit', own)).toBe(true);
  expect(can(someone(), 'booking:edit', own)).toBe(false);
  expect(can(member, 'booking:edit', SUBJECT)).toBe(false);
});

it('nobody is not the self of a subject without person', () => {
  expect(can(NOBODY, 'membership:leave', { personId: undefined })).toBe(false);
  expect(can(NOBODY, 'booking:edit', { bookedBy: undefined })).toBe(false);
});
