import * as fc from 'fast-check';
import { HorizonJob } from '@bota/booking/api';
import type { Booking } from '@bota/booking/domain';
import { addMinutes } from '@bota/shared/domain';
import { useApi } from './api.fixture';
import { book } from './booking.fixture';
import type { House } from './house.fixture';
import { line, shownBy } from './ics.fixture';
import type { MailServer } from './mail.fixture';
import { cancels, edits, invited, reads, useGuests } from './participant.fixture';
import { answers } from './reply.fixture';

const api = useApi({ TRUST_PROXY: 'on' });
const { addressOf, lettersTo, reader } = useGuests(api, {} as MailServer);
const WEEK_AND_A_DAY = 8 * 24 * 60;
const MOST_LATER = 3;
const HORIZON_DAYS = 35;

type Act = { which: number; date: number } & (
  | { do: 'name'; who: number[] }
  | { do: 'rename'; hour: number }
  | { do: 'move' | 'moveOne'; hour: number }
  | { do: 'cut'; hour: number | null; who: number[] | null }
  | { do: 'cancel' | 'cancelOne' | 'end' | 'hear' | 'later' }
  | { do: 'answer'; who: number[]; answer: 'accepted' | 'declined' }
);
const who = fc.subarray([0, 1, 2]);
const hour = fc.integer({ min: 11, max: 16 });
const meant = { which: fc.nat(4), date: fc.nat(5) };
const act = <K extends Act['do']>(...names: K[]) => ({ ...meant, do: fc.constantFrom(...names) });
const acts: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record(act('hear')) },
  { weight: 2, arbitrary: fc.record({ ...act('name'), who }) },
  { weight: 3, arbitrary: fc.record({ ...act('cut'), hour: fc.option(hour), who: fc.option(who) }) },
  { weight: 3, arbitrary: fc.record({ ...act('move', 'moveOne', 'rename'), hour }) },
  { weight: 3, arbitrary: fc.record(act('cancelOne', 'end', 'cancel', 'later')) },
  { weight: 2, arbitrary: fc.record({ ...act('answer'), who, answer: fc.constantFrom('accepted' as const, 'declined' as const) }) },
);

type Letter = { email: string; text: string; parts: string };
const LETTERS = `
  SELECT recipient::text AS email, body_text AS text, coalesce(calendar, '') || coalesce(calendar_beside, '') AS parts
  FROM letter WHERE space_id = $1 AND kind LIKE 'participant-%' ORDER BY id`;

/** A house in which one series invites people, and whom its bookings invite as far as one was told. */
class Story {
  bookings: { id: string; people: string[] }[] = [];
  now = new Date('2026-03-02T08:00:00Z');
  later = 0;

  constructor(
    readonly house: House,
    readonly people: string[],
  ) {}

  named = (places: readonly number[]): string[] => places.map((place) => this.people[place] ?? '');

  async do(act: Act): Promise<void> {
    if (act.do === 'hear') return void (await lettersTo());
    if (act.do === 'later') return this.wait();
    const known = this.bookings[act.which % this.bookings.length] as Story['bookings'][number];
    if (act.do === 'answer') return this.answer(this.named(act.who), act.answer);
    const { occurrences } = (await reads(this.house, known.id, this.house.coordinator)).body;
    const date = occurrences[act.date % occurrences.length] as Booking['occurrences'][number];
    const { status, body } = await this.change(act, known.id, date);
    expect([200, 409]).toContain(status);
    if (status !== 200) return;
    if (act.do === 'name') known.people = this.named(act.who);
    if (act.do === 'cut') this.goOn(known, body.id, act.who);
  }

  private change(act: Act, id: string, { id: occurrenceId, recurrenceId, start }: Booking['occurrences'][number]) {
    const at = (hour: number, day = recurrenceId) => ({
      start: `${day.slice(0, 10)}T${hour}:00`,
      end: `${day.slice(0, 10)}T${hour + 1}:00`,
    });
    if (act.do === 'name') return edits(this.house, id, invited(...this.named(act.who)));
    if (act.do === 'rename') return edits(this.house, id, { title: `Chorale ${act.hour}` });
    if (act.do === 'move') return this.moveAll(id, act.hour);
    if (act.do === 'moveOne') return edits(this.house, id, { scope: 'this', occurrenceId, ...at(act.hour, start) });
    if (act.do === 'cut') {
      const change = { ...(act.hour && at(act.hour)), ...(act.who && invited(...this.named(act.who))), description: 'Suite' };
      return edits(this.house, id, { scope: 'following', occurrenceId, ...change });
    }
    return cancels(this.house, id, act.do === 'cancel' ? {} : { scope: act.do === 'end' ? 'following' : 'this', occurrenceId });
  }

  private async moveAll(id: string, hour: number) {
    const { start } = (await reads(this.house, id, this.house.coordinator)).body;
    const day = start.slice(0, 10);
    return edits(this.house, id, { start: `${day}T${hour}:00`, end: `${day}T${hour + 1}:00` });
  }

  private goOn(known: Story['bookings'][number], id: string, who: number[] | null): void {
    const people = who ? this.named(who) : known.people;
    if (id === known.id) known.people = people;
    else this.bookings.push({ id, people: [...people] });
  }

  private async wait(): Promise<void> {
    if (this.later === MOST_LATER) return;
    this.later += 1;
    this.now = addMinutes(this.now, WEEK_AND_A_DAY);
    api.setNow(this.now.toISOString());
    await api.app.get(HorizonJob).roll();
  }

  private async answer(people: string[], answer: 'accepted' | 'declined'): Promise<void> {
    for (const email of people) {
      const secrets = (await this.letters())
        .filter((one) => one.email === email)
        .flatMap(({ text }) => /#([\w-]{43})/.exec(text)?.[1] ?? []);
      const [secret] = secrets.slice(-1);
      if (secret) expect((await answers(this.house, reader(), secret, answer)).status).toBeLessThan(500);
    }
  }

  letters = (): Promise<Letter[]> => api.db.query(LETTERS, [this.house.id]);

  /** What the calendars of people show, who took in every letter; each of them told something. */
  async calendars(): Promise<Map<string, string[]>> {
    const calendars = new Map(this.people.map((email) => [email, new Map<string, string[]>()]));
    for (const { email, parts } of await this.letters()) {
      const calendar = calendars.get(email) as Map<string, string[]>;
      const before = JSON.stringify([...calendar].sort());
      for (const part of parts.match(/^BEGIN:VCALENDAR$[^]*?^END:VCALENDAR$/gm) ?? []) {
        const uid = /^UID:(.*)$/m.exec(part)?.[1]?.trim() ?? '';
        if (part.includes('METHOD:CANCEL')) calendar.delete(uid);
        else calendar.set(uid, shownBy(part, 60));
      }
      expect([email, JSON.stringify([...calendar].sort())]).not.toEqual([email, before]);
    }
    return new Map([...calendars].map(([email, calendar]) => [email, [...calendar.values()].flat().filter(this.isComing).sort()]));
  }

  /** Of a series without end a calendar shows also dates that are not there yet. */
  private isComing = (shown: string): boolean => {
    const there = addMinutes(this.now, HORIZON_DAYS * 24 * 60);
    return shown.slice(17, 33) > this.now.toISOString().slice(0, 16) && shown.slice(0, 16) < there.toISOString().slice(0, 16);
  };

  /** What takes place, of what invites each. */
  async truth(): Promise<Map<string, string[]>> {
    const truth = new Map<string, string[]>(this.people.map((email) => [email, []]));
    for (const { id, people } of this.bookings) {
      const { body } = await reads(this.house, id, this.house.coordinator);
      expect([id, body.participants?.map(({ email }) => email).sort()]).toEqual([id, [...people].sort()]);
      const coming = body.occurrences.filter(({ status }) => status === 'confirmed');
      const lines = coming.map(({ start, end, title }) => line(new Date(start), new Date(end), title ?? body.title)).filter(this.isComing);
      for (const email of people) truth.get(email)?.push(...lines);
    }
    return new Map([...truth].map(([email, lines]) => [email, lines.sort()]));
  }
}

it('whoever is invited, left out, answers, and whatever is moved, cut and cancelled in whatever order, each letter says something new and all of them what is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(';COUNT=6', ''), fc.array(acts, { minLength: 4, maxLength: 14 }), async (end, all) => {
      api.setNow('2026-03-02T08:00:00Z');
      const house = await api.house({ horizonDays: HORIZON_DAYS });
      const story = new Story(
        house,
        ['ada', 'bo', 'cy'].map((name) => addressOf(`${name}-${house.slug}-`)),
      );
      const first = story.named([0, 1]);
      const { id } = await book(house, { title: 'Chorale', recurrence: { rrule: `FREQ=WEEKLY${end}` }, ...invited(...first) });
      story.bookings.push({ id, people: first });
      for (const one of all) await story.do(one);
      await lettersTo();
      expect(await story.calendars()).toEqual(await story.truth());
    }),
    { numRuns: 30 },
  );
}, 180_000);
