import { useApi } from './api.fixture';
import { at, book } from './booking.fixture';
import type { House } from './house.fixture';
import { lettersTo, titlesTo, toldTo } from './notifications.fixture';
import { APPEALS_OVER, publishedSeason, Season, thursday } from './season.fixture';

const api = useApi();
const HARD = '\u00a0';

describe('a closure over bookings that stay', () => {
  const close = (house: House, more: object = {}, who = house.coordinator) =>
    who.post<{ items: { id: string }[] }>(house.path('closures'), {
      ...{ roomIds: [], start: '2026-03-16T08:00', end: '2026-03-17T18:00', reason: { fr: 'Travaux', nl: 'Werken' } },
      ...more,
    });

  it('tells who booked in its time, once, with the dates it meets and its reason; nobody else', async () => {
    const house = await api.house();
    const series = await book(house, { recurrence: { rrule: 'FREQ=DAILY;COUNT=4' } });
    await book(house, { ...at('14:00–15:00'), title: 'Conseil', roomIds: [house.b] });
    await book(house, { start: '2026-03-18T14:00', end: '2026-03-18T15:00', organisationId: house.voisins }, house.neighbour);
    expect((await close(house)).status).toBe(201);
    const [told, ...more] = await toldTo(house, house.member);
    expect([told?.title, told?.family, more]).toEqual([`Fermeture${HARD}: la maison`, 'closures', []]);
    expect(told?.text).toEqual([
      `Une fermeture est annoncée${HARD}: la maison, lundi 16 mars 2026, 8:00 – mardi 17 mars 2026, 18:00.`,
      `Raison${HARD}: «${HARD}Travaux${HARD}»`,
      [
        `Pendant ce temps, vous avez réservé${HARD}: «${HARD}Assemblée${HARD}», lundi 16 mars 2026, 10:00–11:00${HARD}`,
        ` «${HARD}Conseil${HARD}», lundi 16 mars 2026, 14:00–15:00${HARD}`,
        ` «${HARD}Assemblée${HARD}», mardi 17 mars 2026, 10:00–11:00.`,
      ].join(';'),
      `Rien n’est annulé${HARD}: changez de salle ou d’heure, ou annulez vous-même.`,
    ]);
    expect((await toldTo(house, house.member, '?language=nl'))[0]?.text[1]).toBe('Reden: “Werken”');
    expect(await lettersTo(api, house.member)).toHaveLength(1);
    expect(await toldTo(house, house.neighbour)).toEqual([]);
    expect(series.occurrences).toHaveLength(4);
  });

  it('of a room meets what takes a part of it, and leads to the one booking', async () => {
    const house = await api.house();
    const booking = await book(house);
    await book(house, { ...at('14:00–15:00'), organisationId: house.voisins, roomIds: [house.studio] }, house.neighbour);
    await close(house, { roomIds: [house.hall] });
    expect((await toldTo(house, house.member)).map(({ title, path }) => [title, path])).toEqual([
      [`Fermeture${HARD}: Grande salle`, `bookings/${booking.id}`],
    ]);
    expect(await toldTo(house, house.neighbour)).toEqual([]);
  });

  it('that is lifted is told too; who makes it hears nothing of it', async () => {
    const house = await api.house();
    await book(house);
    await book(house, { ...at('14:00–15:00') }, house.coordinator);
    const id = (await close(house)).body.items[0]?.id;
    await house.coordinator.delete(house.path(`closures/${id}`));
    expect(await titlesTo(house, house.member)).toEqual([`Fermeture levée${HARD}: la maison`, `Fermeture${HARD}: la maison`]);
    expect(await toldTo(house, house.coordinator)).toEqual([]);
  });

  it('that is lifted leaves closed what another closes: only what can take place now is told', async () => {
    const house = await api.house();
    await book(house, { title: 'Chorale', roomIds: [house.hall] });
    await book(house, { title: 'Yoga', start: '2026-03-17T10:00', end: '2026-03-17T11:00' });
    const [{ body: whole }, { body: rooms }] = [
      await close(house),
      await close(house, { roomIds: [house.a, house.b], end: '2026-03-16T18:00' }),
    ];
    const lift = ({ id }: { id: string }) => house.coordinator.delete(house.path(`closures/${id}`));
    await lift(whole.items[0] as { id: string });
    const lifted = async () => (await toldTo(house, house.member)).filter(({ title }) => title.startsWith('Fermeture levée'));
    expect((await lifted()).map(({ text }) => text.join(' '))).toEqual([expect.stringMatching(/^(?!.*Chorale).*Yoga/s)]);
    for (const [index, one] of rooms.items.entries()) {
      await lift(one);
      expect([index, (await lifted()).length]).toEqual([index, index + 1]);
    }
    expect((await lifted())[0]?.text.join(' ')).toContain('Chorale');
  });

  it('that is refused, or meets nothing any more, tells nobody', async () => {
    const house = await api.house();
    await book(house);
    expect((await close(house, { end: '2026-03-16T07:00' })).status).toBe(422);
    expect((await close(house, {}, house.admin)).status).toBe(403);
    await close(house, { start: '2026-03-16T11:00' });
    expect(await toldTo(house, house.member)).toEqual([]);
  });
});

describe('a season', () => {
  it('tells admins that wishes are open, who wished what is planned, who appealed the answer, and all of them what is booked', async () => {
    const { season, house, ours } = await publishedSeason(api);
    expect(await titlesTo(house, house.admin)).toEqual([`Souhaits ouverts${HARD}: Printemps 2026`]);
    const [published] = await toldTo(house, house.member);
    expect([published?.title, published?.path]).toEqual([`Projet publié${HARD}: Printemps 2026`, `season/${season.id}`]);
    expect(published?.text).toEqual([
      expect.stringContaining('Le projet pour'),
      `Une place est prévue pour${HARD}: Chorale.`,
      'Un recours est possible jusqu’au 15 février 2026.',
    ]);

    const { body: appeal } = await season.appeal(ours.id);
    const [asked] = await toldTo(house, house.coordinator);
    expect([asked?.title, asked?.family, asked?.path]).toEqual([`Recours${HARD}: Chorale`, 'coordination', `house/season/${season.id}`]);
    const studio = { ...thursday(house.studio), weekday: 3 };
    await house.coordinator.post(house.path(`season-appeals/${appeal.id}/answer`), { slot: studio, answer: 'Le mercredi' });
    expect((await toldTo(house, house.member))[0]).toMatchObject({
      title: `Recours accepté${HARD}: Chorale`,
      text: [expect.stringContaining('est accepté'), `Réponse${HARD}: «${HARD}Le mercredi${HARD}»`],
    });

    // Sessions last as long as they are used.
    expect(await titlesTo(house, house.neighbour)).toEqual([`Projet publié${HARD}: Printemps 2026`]);
    api.setNow(APPEALS_OVER);
    expect((await season.step('adoption')).status).toBe(200);
    await season.step('adoption');
    for (const [who, title] of [
      [house.member, 'Chorale'],
      [house.neighbour, 'Théâtre'],
    ] as const)
      expect((await toldTo(house, who))[0]?.text).toEqual([expect.stringContaining('est adoptée'), `Réservé${HARD}: ${title}.`]);
    expect((await titlesTo(house, house.member)).filter((title) => title.startsWith('Saison adoptée'))).toHaveLength(1);
    expect((await lettersTo(api, house.member)).map(({ kind }) => kind)).toEqual(['season-published', 'season-answered', 'season-adopted']);
  });

  it('says who got no place, and nothing to who left the organisation', async () => {
    const house = await api.house();
    const season = await Season.opened(house);
    await season.wish({ title: 'Yoga', choices: [thursday(house.a)], attendees: 500 });
    await season.ofNeighbour({ choices: [thursday(house.b)] });
    await api.db.query('DELETE FROM membership WHERE person_id = $1', [house.neighbour.id]);
    api.setNow('2026-02-02T12:00:00Z');
    expect((await season.publish()).status).toBe(200);
    expect((await toldTo(house, house.member))[0]?.text).toContain(`Sans place${HARD}: Yoga.`);
    expect(await toldTo(house, house.neighbour)).toEqual([]);
  });
});
