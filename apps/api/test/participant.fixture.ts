import ICAL from 'ical.js';
import { Invitations } from '@bota/booking/api';
import type { Booking } from '@bota/booking/domain';
import type { Problem } from '@bota/shared/domain';
import type { HttpClient } from '@bota/shared/testing';
import type { Api } from './api.fixture';
import type { House } from './house.fixture';
import type { MailServer, Received } from './mail.fixture';

type Answer = Booking & Pick<Problem, 'code' | 'errors'>;
export const invited = (...emails: string[]) => ({ participants: emails.map((email) => ({ email })) });

export const edits = (house: House, id: string, change: object, who: HttpClient = house.member, headers = {}) =>
  who.patch<Answer>(house.path(`bookings/${id}`), change, { headers });
export const cancels = (house: House, id: string, body: object = {}, who: HttpClient = house.member) =>
  who.post<Answer>(house.path(`bookings/${id}/cancellation`), body);
export const reads = (house: House, id: string, who: HttpClient = house.member) => who.get<Answer>(house.path(`bookings/${id}`));

/** The calendar parts of a letter: how they are sent, and their first event. */
export const calendarsOf = (letter: Received | undefined) =>
  (letter?.attachments ?? [])
    .filter(({ contentType }) => contentType === 'text/calendar')
    .map(({ content }) => {
      const calendar = new ICAL.Component(ICAL.parse(content.toString()));
      const events = calendar.getAllSubcomponents('vevent');
      const of = (name: string) => String(events[0]?.getFirstPropertyValue(name) ?? '');
      const attendees = events[0]?.getAllProperties('attendee') ?? [];
      return {
        ...{ method: calendar.getFirstPropertyValue('method'), uid: of('uid'), sequence: Number(of('sequence')), events: events.length },
        ...{ description: of('description'), exdates: events[0]?.getAllProperties('exdate').length ?? 0 },
        attendees: attendees.map((one) => String(one.getFirstValue()).replace('mailto:', '')),
        partstat: attendees[0]?.getParameter('partstat'),
      };
    });

/** What becomes of invitations, and who follows their links. */
export function useGuests(api: Api, mail: MailServer) {
  let [test, address] = [0, 0];
  const write = (app = api.app) => app.get(Invitations).write();
  const writeAll = async (): Promise<void> => {
    while ((await write()) > 0);
  };
  beforeEach(async () => {
    test += 1;
    api.setNow('2026-03-02T08:00:00Z');
    await writeAll();
  });
  /** An address of its own for each test: letters arrive when they arrive. */
  const addressOf = (name: string): string => `${name}${test}@invited.example`;
  /** How many letters each of them has, once all that waits is written. */
  async function lettersTo(...emails: string[]): Promise<number[]> {
    await writeAll();
    const rows: { recipient: string; n: number }[] = await api.db.query(
      `SELECT recipient::text, count(*)::int AS n FROM letter WHERE kind LIKE 'participant-%' GROUP BY recipient`,
    );
    return emails.map((email) => rows.find(({ recipient }) => recipient === email)?.n ?? 0);
  }
  const letters = async (email: string, count: number): Promise<Received[]> => {
    await writeAll();
    return mail.to(email, count);
  };
  /** Somebody who followed a link, from a network address of their own. */
  const reader = (): HttpClient => {
    const headers = { 'x-forwarded-for': `10.2.0.${(address += 1)}` };
    const who = api.anonymous();
    const post = who.post.bind(who);
    who.post = ((path: string, body?: unknown) => post(path, body as object, { headers })) as typeof who.post;
    return who;
  };
  return { write, addressOf, lettersTo, letters, reader };
}
