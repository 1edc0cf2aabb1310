import type { EntityManager } from 'typeorm';
import { createOrganisation } from '@bota/people/api';
import { OrganisationDraft } from '@bota/people/domain';
import { openResidency } from '@bota/residents/api';
import type { Wish } from '@bota/residents/domain';
import { newId, record } from '@bota/shared/api';
import { addDays } from '@bota/shared/domain';
import type { RoomIds } from './furnish';
import { TERMS } from './offices';
import type { OrganisationKey } from './organisations';
import type { Organisations } from './populate';

type House = { spaceId: string; by: string; rooms: RoomIds; organisations: Organisations; monday: string; now: Date };

/** Everybody moves in some years before the demo begins, one organisation after the other. */
export async function moveIn(tx: EntityManager, { spaceId, by, rooms, organisations, monday }: House): Promise<void> {
  const year = Number(monday.slice(0, 4));
  for (const [index, [key, organisationId]] of [...organisations].reverse().entries()) {
    const { occupies, ...share } = TERMS[key];
    const from = `${year - 4 + Math.floor(index / 3)}-0${3 * (index % 3) + 1}-01`;
    const wishes = occupies.map(({ office, desks = null }): Wish => ({ roomId: rooms.get(office) ?? '', desks }));
    await openResidency(tx, { spaceId, organisationId, from, to: null, by, ...share, occupies: wishes });
  }
}

const firstOfNextMonth = (date: string): string => `${addDays(`${date.slice(0, 7)}-28`, 7).slice(0, 7)}-01`;

/** One has left, one is expected, and one has given notice while its rehearsals are still booked. */
export async function comeAndGo(tx: EntityManager, house: House): Promise<void> {
  const { spaceId, by, rooms, organisations, monday, now } = house;
  const soon = firstOfNextMonth(addDays(monday, 31));
  const office = { roomId: rooms.get('bureau-21') ?? '', desks: null };
  const invent = async (draft: object) => {
    const id = await createOrganisation(tx, OrganisationDraft.parse(draft), [], { by, now, spaceId });
    await tx.query('UPDATE organisation SET demo = true, slug = slug || $2 WHERE id = $1', [id, '-demo']);
    return id;
  };
  const terms = { spaceId, by, occupies: [office] };
  const year = Number(monday.slice(0, 4));
  await openResidency(tx, { ...terms, organisationId: await invent(SEMIS), from: `${year - 3}-03-01`, to: `${year - 1}-08-31` });
  await openResidency(tx, { ...terms, organisationId: await invent(LANTERNES), from: soon, to: null });
  const lastDay = addDays(firstOfNextMonth(soon), -1);
  await giveNotice(tx, house, organisations.get('fanfare') ?? '', { noticeOn: addDays(monday, -12), lastDay });
}

async function giveNotice(tx: EntityManager, { spaceId, by }: House, organisationId: string, after: { noticeOn: string; lastDay: string }) {
  const own = 'SELECT id FROM residency WHERE space_id = $1 AND organisation_id = $2';
  const [residency] = await tx.query<{ id: string }[]>(own, [spaceId, organisationId]);
  await tx.query(NOTICE, [spaceId, residency?.id, after.noticeOn, after.lastDay]);
  await tx.query(LEAVE, [spaceId, residency?.id, after.lastDay]);
  await record(tx, { kind: 'residency.notice-given', entityId: residency?.id ?? '', spaceId, personId: by, organisationId, after });
}

const KEYS: [label: string, kind: 'key' | 'badge', opens: string, holder?: OrganisationKey][] = [
  ['C-11', 'key', 'Bureau 11', 'racines'],
  ['C-12', 'key', 'Bureau 12', 'vaart'],
  ['C-13', 'key', 'Bureau 13', 'fanfare'],
  ['C-13 bis', 'key', 'Bureau 13', 'fanfare'],
  ['C-22', 'key', 'Bureau 22', 'kinderkaravaan'],
  ['C-31', 'key', 'Bureau 31', 'radio'],
  ['B-001', 'badge', 'Porte d’entrée, 7 h à 23 h', 'racines'],
  ['B-002', 'badge', 'Porte d’entrée, 7 h à 23 h', 'marmite'],
  ['B-003', 'badge', 'Porte d’entrée, 7 h à 23 h'],
  ['C-21', 'key', 'Bureau 21'],
];

/** Keys and badges, most of them handed out, one lost. */
export async function handOutKeys(tx: EntityManager, { spaceId, by, organisations, monday }: House): Promise<void> {
  for (const [label, kind, opens, holder] of KEYS) {
    const id = newId();
    await tx.query('INSERT INTO house_key (space_id, id, label, kind, opens) VALUES ($1, $2, $3, $4, $5)', [
      spaceId,
      id,
      label,
      kind,
      opens,
    ]);
    await record(tx, { kind: 'key.added', entityId: id, spaceId, personId: by, after: { label, kind, opens } });
    if (!holder) continue;
    const organisationId = organisations.get(holder) ?? '';
    const since = addDays(monday, -200);
    await tx.query(HOLD, [spaceId, newId(), id, organisationId, since, by]);
    await record(tx, { kind: 'key.handed-out', entityId: id, spaceId, personId: by, organisationId, after: { since } });
  }
  await tx.query(`UPDATE house_key SET lost_on = $2 WHERE space_id = $1 AND label = 'B-003'`, [spaceId, addDays(monday, -4)]);
}

const HOLD = 'INSERT INTO key_holding (space_id, id, key_id, organisation_id, since, handed_by) VALUES ($1, $2, $3, $4, $5, $6)';
const NOTICE = `
  UPDATE residency SET notice_on = $3, during = daterange(lower(during), $4, '[]'), version = version + 1
  WHERE space_id = $1 AND id = $2`;
const LEAVE = `UPDATE occupancy SET during = daterange(lower(during), $3, '[]') WHERE space_id = $1 AND residency_id = $2`;

const SEMIS = {
  name: 'Semis de Ville',
  initials: 'SV',
  hue: 9,
  pattern: 2,
  description: {
    fr: 'Semences paysannes et potagers de balcon.',
    nl: 'Boerenzaden en balkonmoestuinen.',
    en: 'Farmers’ seeds and balcony gardens.',
  },
};
const LANTERNES = {
  name: 'Les Lanternes',
  initials: 'LL',
  hue: 10,
  pattern: 3,
  website: 'lanternes.example',
  description: {
    fr: 'Projections de quartier et débats, ici dès le mois prochain.',
    nl: 'Filmavonden en debatten in de buurt, hier vanaf volgende maand.',
    en: 'Neighbourhood screenings and debates, here from next month on.',
  },
};
