import { Invitations } from '@bota/booking/api';
import type { Problem, SearchHit, SearchResults } from '@bota/shared/domain';
import type { HttpClient } from '@bota/shared/testing';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import type { House } from './house.fixture';
import { invited } from './participant.fixture';
import { join, organisation, person, resides } from './people.fixture';
import { answersHere } from './reply.fixture';

const api = useApi();

const ask = (reader: HttpClient, house: House, q: string, more = '') =>
  reader.get<SearchResults>(house.path(`search?q=${encodeURIComponent(q)}${more}`));
const found = async (reader: HttpClient, house: House, q: string): Promise<SearchHit[]> => (await ask(reader, house, q)).body.items;
const titles = async (reader: HttpClient, house: House, q: string) => (await found(reader, house, q)).map(({ title }) => title);

describe('finding by words', () => {
  it('ignores accents and capitals, in what is asked and in what is found', async () => {
    const house = await api.house();
    await house.room({ name: 'Salle Canopée' });
    for (const q of ['canopee', 'CANOPÉE', 'Cánopee']) expect(await titles(house.member, house, q)).toEqual(['Salle Canopée']);
  });

  it('finds from the first letters of words, in any order', async () => {
    const house = await api.house();
    await house.room({ name: 'Atelier du bois' });
    for (const q of ['ate', 'bois', 'boi atel']) expect(await titles(house.member, house, q)).toEqual(['Atelier du bois']);
  });

  it('finds what is nearly spelt right', async () => {
    const house = await api.house();
    await book(house, { title: 'Assemblée générale des ateliers', start: '2026-03-16T09:00', end: '2026-03-16T10:00' });
    expect(await titles(house.member, house, 'asemblée')).toEqual(['Assemblée générale des ateliers']);
  });

  it('finds by description too, and puts the very title first', async () => {
    const house = await api.house();
    await house.room({ name: 'Cuisine', description: { nl: 'Met een grote tafel' } });
    await house.room({ name: 'Tafel' });
    expect(await titles(house.member, house, 'tafel')).toEqual(['Tafel', 'Cuisine']);
  });

  it.each(['&&', "'); drop table log; --", ':*:*', '((', 'zz & | !', '\\\\', '%%', '__'])(
    'takes %j for what it is: no match',
    async (q) => {
      const house = await api.house();
      const { status, body } = await ask(house.member, house, q);
      expect([status, body.items]).toEqual([200, []]);
    },
  );

  it.each(['', ' ', 'a', ' a ', 'a'.repeat(101)])('asks for two to a hundred characters, not %j', async (q) => {
    const house = await api.house();
    const { status, body } = await house.member.get<Problem>(house.path(`search?q=${encodeURIComponent(q)}`));
    expect([status, body.errors?.[0]?.path]).toEqual([400, 'q']);
  });

  it('answers as many as asked', async () => {
    const house = await api.house();
    expect((await ask(house.member, house, 'salle', '&limit=1')).body.items).toHaveLength(1);
  });
});

describe('what is found', () => {
  it('a room with its floor, an organisation, a booking with its next date', async () => {
    const house = await api.house();
    await book(house, {
      title: 'Racines se réunit',
      start: '2026-01-06T09:00',
      end: '2026-01-06T10:00',
      recurrence: { rrule: 'FREQ=DAILY;COUNT=5' },
    });
    api.setNow('2026-01-07T08:30:00Z');
    const hits = await found(house.member, house, 'racines');
    expect(hits.map(({ kind, title, start }) => [kind, title, start])).toEqual([
      ['organisation', 'Racines', undefined],
      ['booking', 'Racines se réunit', '2026-01-07T08:00:00.000Z'],
    ]);
    expect(hits[1]?.detail).toEqual({ fr: 'Racines' });
  });

  it('no cancelled booking, no archived room, no organisation that has left', async () => {
    const house = await api.house();
    const { id } = await book(house, { title: 'Nocturne', start: '2026-03-16T09:00', end: '2026-03-16T10:00' });
    await house.member.post(house.path(`bookings/${id}/cancellation`), {});
    const gone = await organisation(house.ground, 'Nocturnes');
    await resides(house.ground, {
      spaceId: house.id,
      organisationId: gone,
      by: house.coordinator.id,
      from: '2020-01-01',
      to: '2025-12-31',
    });
    const room = await house.room({ name: 'Salle nocturne' });
    await api.db.query('UPDATE room SET archived_at = now() WHERE id = $1', [room]);
    expect(await titles(house.coordinator, house, 'nocturne')).toEqual([]);
  });

  it('nothing of another house', async () => {
    const [house, other] = [await api.house(), await api.house()];
    await other.room({ name: 'Cave voûtée' });
    await book(other, { title: 'Cave à histoires', start: '2026-03-16T09:00', end: '2026-03-16T10:00' });
    expect(await titles(house.coordinator, house, 'cave')).toEqual([]);
    expect((await ask(house.coordinator, { ...house, path: (rest) => `/api/spaces/nowhere/${rest}` }, 'cave')).status).toBe(404);
  });
});

describe('who finds it', () => {
  const VISIBLE = {
    public: ['anonymous', 'stranger', 'neighbour', 'member', 'coordinator', 'steering'],
    residents: ['neighbour', 'member', 'coordinator', 'steering'],
    private: ['member', 'coordinator'],
  } as const;

  it.each(['public', 'residents', 'private'] as const)('a %s booking', async (visibility) => {
    const house = await api.house();
    const steering = await person(house.ground, 'Pilotage');
    await api.db.query(`INSERT INTO house_role (space_id, person_id, role) VALUES ($1, $2, 'steering')`, [house.id, steering.id]);
    await book(house, { title: 'Entretien', description: 'confidentiel', visibility, start: '2026-03-16T09:00', end: '2026-03-16T10:00' });
    const { stranger, neighbour, member, coordinator } = house;
    const readers = { anonymous: api.anonymous(), stranger, neighbour, member, coordinator, steering };
    for (const word of ['entretien', 'confidentiel']) {
      const finders: string[] = [];
      for (const [name, reader] of Object.entries(readers)) if ((await titles(reader, house, word)).length > 0) finders.push(name);
      expect(finders).toEqual(VISIBLE[visibility]);
    }
  });

  it('a private booking, by whom it invites as long as they do not decline', async () => {
    const house = await api.house();
    const { neighbour, stranger } = house;
    const { id } = await book(house, {
      ...{ title: 'Assemblée', description: 'confidentiel', visibility: 'private', ...invited(neighbour.email) },
      ...{ start: '2026-03-16T09:00', end: '2026-03-16T10:00' },
    });
    for (const word of ['assemblee', 'confidentiel', 'asemblée']) expect(await titles(neighbour, house, word)).toEqual(['Assemblée']);
    expect(await titles(stranger, house, 'assemblee')).toEqual([]);
    while ((await api.app.get(Invitations).write()) > 0);
    expect((await answersHere(house, neighbour, id, 'declined')).status).toBe(204);
    expect(await titles(neighbour, house, 'assemblee')).toEqual([]);
  });

  it('a request that invites people, not yet by these', async () => {
    const house = await api.house();
    const room = await house.room({ name: 'Grenier', rules: { approval: { always: true } } });
    await book(house, {
      ...{ title: 'Entretien', visibility: 'private', roomIds: [room], ...invited(house.neighbour.email) },
      ...{ start: '2026-03-16T09:00', end: '2026-03-16T10:00' },
    });
    expect(await titles(house.neighbour, house, 'entretien')).toEqual([]);
  });

  it('people are found by who lives or works in the house, with their organisation and without their address', async () => {
    const house = await api.house();
    const someone = await person(house.ground, 'Trésorière');
    await join(house.ground, house.racines, someone, 'member');
    const hits = await found(house.neighbour, house, 'tresoriere');
    expect(hits.map(({ kind, title, detail }) => [kind, title, detail])).toEqual([['person', 'Trésorière', { fr: 'Racines' }]]);
    expect(JSON.stringify(hits)).not.toContain('@');
    expect(await titles(house.stranger, house, 'tresoriere')).toEqual([]);
    expect(await titles(api.anonymous(), house, 'tresoriere')).toEqual([]);
    expect(await titles(house.coordinator, house, someone.email.split('@')[0] ?? '')).toEqual([]);
  });

  it('nobody finds who is of no house, of another one, or erased', async () => {
    const [house, other] = [await api.house(), await api.house()];
    const elsewhere = await person(house.ground, 'Bibliothécaire');
    await join(house.ground, other.racines, elsewhere, 'member');
    await person(house.ground, 'Bibliothécaire');
    const erased = await person(house.ground, 'Bibliothécaire');
    await join(house.ground, house.racines, erased, 'member');
    await api.db.query('UPDATE person SET erased_at = now() WHERE id = $1', [erased.id]);
    expect(await titles(house.coordinator, house, 'bibliothecaire')).toEqual([]);
  });
});
