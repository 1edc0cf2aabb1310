import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KEPT_DAYS, type OutsideAsk, type OutsideForm, whyNotAsk, whyNotFilled } from '@bota/booking/domain';
import { digest, freshToken } from '@bota/people/api';
import { Chronicler, Clock, Jobs, newId, Postman, record, refuse } from '@bota/shared/api';
import { readTime } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { OutsideLetters } from './outside.letters';
import { OutsideLimits } from './outside.limits';
import { CONFIRM, CONFIRMED, ROOM, SECRET, SWEEP } from './outside.queries';
import { readStamp, stampOf } from './outside.stamp';
import { writeAsk } from './outside.writing';

type From = { space: SpaceEntity; address: string; requestId: string };
type House = { secret: Buffer; isOpen: boolean };
type Confirmed = { id: string; purpose: string; roomId: string | null; attendees: number; start: Date; end: Date };

/** Neighbours without an account ask for a room; nothing of it reaches the house before their address is confirmed. */
@Injectable()
export class OutsideAsks implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly chronicler: Chronicler,
    private readonly postman: Postman,
    private readonly limits: OutsideLimits,
    private readonly letters: OutsideLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'outside.sweep', cron: '25 * * * *', run: () => this.sweep() });
  }

  async form(space: SpaceEntity): Promise<OutsideForm> {
    const { secret } = await this.openHouse(space);
    return { stamp: stampOf(this.clock.now(), secret) };
  }

  /** The answer is the same for every address, and for what only a program fills in. */
  async ask({ space, address }: From, ask: OutsideAsk): Promise<void> {
    const now = this.clock.now();
    const { secret } = await this.openHouse(space);
    const handedOut = readStamp(ask.stamp, secret);
    const refusal = handedOut ? whyNotFilled(handedOut, now) : 'outside/form-over';
    if (refusal) refuse(refusal);
    if (ask.website !== '') return;
    await this.limits.countTry(address);
    const [start, end] = await this.timesOf(space, ask, now);
    await this.limits.countLetter({ email: ask.email, spaceId: space.id });
    const [id, token] = [newId(), freshToken()];
    await this.db.transaction(async (tx) => {
      await writeAsk(tx, { ...ask, spaceId: space.id, id, start, end, token, now });
      await this.letters.confirm(tx, space, { email: ask.email, language: ask.language, token });
    });
    void this.postman.nudge();
  }

  /** In time: from now on the coordination sees it. Again, as letters are opened twice and answers get lost, it changes nothing. */
  async confirm({ space, address, requestId }: From, token: string): Promise<void> {
    await this.limits.countGuess(address);
    const now = this.clock.now();
    await this.db.transaction(async (tx) => {
      const [[asked]] = await tx.query<[Confirmed[], number]>(CONFIRM, [space.id, digest(token), now]);
      if (!asked)
        return (await tx.query<unknown[]>(CONFIRMED, [space.id, digest(token), now])).length > 0 ? undefined : refuse('link/over');
      const { id: entityId, purpose, roomId, attendees, start, end } = asked;
      // Who asks is not told to the log: it is never erased.
      const after = { start, end, attendees, ...(roomId && { roomId }) };
      await record(tx, { kind: 'outside.asked', entityId, spaceId: space.id, requestId, after, facts: { from: start, to: end } });
      await this.letters.asked(tx, space, { id: entityId, purpose, start, end });
    });
    this.chronicler.nudge();
    void this.postman.nudge();
  }

  /** Forgets what was not confirmed in time, and what is long over; running it twice does no harm. */
  async sweep(): Promise<void> {
    await this.db.query(SWEEP, [this.clock.now(), KEPT_DAYS]);
  }

  /** A house that lets nobody ask has no form. */
  private async openHouse({ id }: SpaceEntity): Promise<House> {
    const [house] = await this.db.query<House[]>(SECRET, [id]);
    return house?.isOpen ? house : refuse('not-found');
  }

  private async timesOf(space: SpaceEntity, { start, end, roomId }: OutsideAsk, now: Date): Promise<[Date, Date]> {
    const [from, to] = [readTime(start, space.zone).instant, readTime(end, space.zone).instant];
    const refusal = whyNotAsk({ start: from, end: to, now, horizonDays: space.horizonDays });
    if (refusal === 'outside/not-ahead') refuse(refusal, { errors: [{ path: 'start', message: 'not ahead, or too far' }] });
    if (refusal) refuse(refusal, { errors: [{ path: 'end', message: 'must come after the start' }] });
    if (roomId && (await this.db.query<unknown[]>(ROOM, [space.id, roomId])).length === 0)
      refuse('room/unknown', { errors: [{ path: 'roomId', message: 'no room of this house that is booked' }] });
    return [from, to];
  }
}
