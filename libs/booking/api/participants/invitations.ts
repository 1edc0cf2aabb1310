import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { auditTime, filter } from 'rxjs';
import { DataSource, type EntityManager } from 'typeorm';
import { PARTICIPANTS_KEPT_DAYS, type Told } from '@bota/booking/domain';
import { Clock, Jobs, Live, Postman, InTurn } from '@bota/shared/api';
import { addMinutes } from '@bota/shared/domain';
import { SpaceEntity } from '@bota/spaces/api';
import { feedBooking } from '../feeds/feed.queries';
import { InvitationLetters } from './invitation.letters';
import { type Known, type Participant, knownOf, lettersOf, lettersOfBoth, takesPlace } from './invitation.telling';
import { DUE, FORGET, FORGET_INVITATIONS, INVITATION, SUCCESSOR, TOLD, WHO_HEARS } from './participant.queries';
import { Participating } from './participating';

const PAUSE_MS = 1000;
const [DAY_MINUTES, AT_ONCE] = [24 * 60, 100];
type Due = { spaceId: string; bookingId: string; organisationId: string };

/**
 * Participants are told by comparing what they know of a booking with what it is: whatever changed it, and however often it is looked at,
 * each hears once. What was changed twice before it was looked at is one change.
 */
@Injectable()
export class Invitations implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger(Invitations.name);
  private readonly inTurn = new InTurn(this.logger);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly live: Live,
    private readonly letters: InvitationLetters,
    private readonly participating: Participating,
    private readonly postman: Postman,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'booking.invitations', cron: '* * * * *', run: async () => void (await this.write()) });
    this.jobs.schedule({ name: 'booking.participants', cron: '35 3 * * *', run: () => this.forget() });
    if (!this.jobs.areOn) return;
    const isOfBooking = ({ kind }: { kind: string }) => kind.startsWith('booking.') && kind !== 'booking.replied';
    this.live.announced.pipe(filter(isOfBooking), auditTime(PAUSE_MS)).subscribe(() => {
      this.inTurn.add(() => this.write());
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.inTurn.end();
  }

  /** Tells of what changed, a booking at a time; answers how many bookings. */
  async write(): Promise<number> {
    let count = 0;
    const passed: string[] = [];
    while (count < AT_ONCE && (await this.attempt(passed))) count += 1;
    if (count > 0) void this.postman.nudge();
    return count;
  }

  /** One that fails, or has to wait, is passed over until the next time, and keeps nobody else waiting. */
  private async attempt(passed: string[]): Promise<boolean> {
    let due: Due | undefined;
    try {
      const changes = await this.db.transaction(async (tx) => {
        [due] = await tx.query<Due[]>(DUE, [passed]);
        return due && (await this.writeOne(tx, due));
      });
      if (!due) return false;
      if (changes !== undefined) {
        await this.participating.countChanges(due.organisationId, changes);
        return true;
      }
    } catch (error) {
      if (!due) throw error;
      this.logger.warn(`invitations of ${due.bookingId}: ${(error as Error).message}`);
    }
    passed.push(due.bookingId);
    return this.attempt(passed);
  }

  /** Whom a booking invited is kept no longer than it is good for; running it twice does no harm. */
  async forget(): Promise<void> {
    const before = addMinutes(this.clock.now(), -PARTICIPANTS_KEPT_DAYS * DAY_MINUTES);
    await this.db.query(FORGET, [before]);
    await this.db.query(FORGET_INVITATIONS, [before]);
  }

  /** How many of the letters tell of a change; undefined when it has to wait. */
  private async writeOne(tx: EntityManager, { spaceId, bookingId, organisationId }: Due): Promise<number | undefined> {
    if (await this.participating.hasToWait(tx, organisationId)) return undefined;
    const [space, now] = [await tx.findOneByOrFail(SpaceEntity, { id: spaceId }), this.clock.now()];
    const known = await this.know(tx, spaceId, bookingId);
    const [next] = await tx.query<{ id: string }[]>(SUCCESSOR, [spaceId, bookingId]);
    const successor = next && (await this.know(tx, spaceId, next.id));
    const letters = successor && takesPlace(successor) ? lettersOfBoth(known, successor, now) : lettersOf(known, now);
    for (const letter of letters) await this.letters.write(tx, space, letter);
    for (const one of successor ? [known, successor] : [known])
      await tx.query(TOLD, [spaceId, one.booking.id, now, one.booking.version, JSON.stringify(one.now)]);
    return letters.filter(({ act }) => act !== 'invited').length;
  }

  private async know(tx: EntityManager, spaceId: string, bookingId: string): Promise<Known> {
    const booking = await feedBooking(tx, spaceId, bookingId);
    if (!booking) throw new Error('no such booking');
    const [invitation] = await tx.query<{ told: Told | null }[]>(INVITATION, [spaceId, bookingId]);
    const people = await tx.query<Participant[]>(WHO_HEARS, [spaceId, bookingId, this.clock.now()]);
    return knownOf(booking, people, invitation?.told ?? null, this.clock.now());
  }
}
