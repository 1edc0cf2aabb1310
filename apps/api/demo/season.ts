import type { EntityManager } from 'typeorm';
import { newId, record } from '@bota/shared/api';
import { addDays } from '@bota/shared/domain';
import type { RoomIds } from './furnish';
import type { OrganisationKey } from './organisations';
import type { Organisations } from './populate';
import type { RoomKey } from './rooms';

type House = {
  spaceId: string;
  by: string;
  rooms: RoomIds;
  organisations: Organisations;
  bookers: ReadonlyMap<OrganisationKey, { personId: string }>;
  today: string;
  now: Date;
};
/** `salle-a 4 18:00-20:00`: Thursday evening; `-` is any room that fits. */
type DemoWish = [of: OrganisationKey, title: string, attendees: number | null, ...choices: string[]];

const ROOMS: RoomKey[] = ['grande-salle', 'salle-a', 'salle-b', 'salle-marronnier', 'petit-salon', 'salle-canopee', 'atelier'];
const WISHES: DemoWish[] = [
  ['racines', 'Atelier budget', 18, 'salle-a 2 18:00-20:00', 'salle-b 2 18:00-20:00', 'salle-marronnier 2 18:00-20:00'],
  ['racines', 'Comité de crédit', 8, '- 4 17:00-19:00'],
  ['vaart', 'Conversatietafel', 20, 'salle-a 2 18:30-20:30', 'salle-a 3 18:30-20:30'],
  ['fanfare', 'Répétition', 35, 'grande-salle 4 19:00-21:00', 'grande-salle 3 19:00-21:00'],
  ['marmite', 'Cours de cuisine', 12, '- 1 18:00-20:30', '- 5 17:00-19:30'],
  ['radio', 'Réunion de rédaction', 10, 'petit-salon 1 17:00-19:00', '- 1 17:00-19:00'],
];

/** The coordinators have opened the next season, and some organisations have filed their wishes. */
export async function openSeason(tx: EntityManager, house: House): Promise<void> {
  const { spaceId, by, rooms, today, now } = house;
  const year = Number(today.slice(0, 4)) + (today.slice(5) < '06-01' ? 0 : 1);
  const id = newId();
  const days = { firstDay: `${year}-09-01`, lastDay: `${year + 1}-06-30`, wishesUntil: addDays(today, 26) };
  const name = `Saison ${year}–${year + 1}`;
  await tx.query(ROUND, [spaceId, id, name, days.firstDay, days.lastDay, days.wishesUntil, now]);
  await tx.query('INSERT INTO season_room SELECT $1, $2, unnest($3::uuid[])', [spaceId, id, ROOMS.map((room) => rooms.get(room))]);
  await record(tx, { kind: 'season.opened', entityId: id, spaceId, personId: by, after: { name, ...days } });
  const needs = new Map<OrganisationKey, number>();
  for (const wish of WISHES) {
    const need = (needs.get(wish[0]) ?? 0) + 1;
    needs.set(wish[0], need);
    await file(tx, house, { id, need, wish });
  }
}

async function file(
  tx: EntityManager,
  { spaceId, rooms, organisations, bookers, by, now }: House,
  { id, need, wish }: Filed,
): Promise<void> {
  const [of, title, attendees, ...choices] = wish;
  const wishId = newId();
  const filedBy = bookers.get(of)?.personId ?? by;
  await tx.query(WISH, [spaceId, wishId, id, organisations.get(of), need, title, attendees, filedBy, now]);
  for (const [index, text] of choices.entries()) {
    const [room = '', weekday, times = ''] = text.split(' ');
    const [start, end] = times.split('-');
    await tx.query(CHOICE, [spaceId, wishId, index + 1, rooms.get(room as RoomKey) ?? null, Number(weekday), start, end]);
  }
}

type Filed = { id: string; need: number; wish: DemoWish };

const ROUND = `
  INSERT INTO season_round (space_id, id, name, first_day, last_day, wishes_until, created_at, opened_at, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $7, 2)`;
const WISH = `
  INSERT INTO season_wish (space_id, id, round_id, organisation_id, need, title, attendees, filed_by, filed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`;
const CHOICE = 'INSERT INTO season_choice (space_id, wish_id, rank, room_id, weekday, starts, ends) VALUES ($1, $2, $3, $4, $5, $6, $7)';
