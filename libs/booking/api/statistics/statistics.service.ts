import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type Statistics,
  type StatisticsFileQuery,
  type StatisticsQuery,
  type StatisticsTable,
  openMinutes,
  minutesOfWeek,
} from '@bota/booking/domain';
import { residencyShares } from '@bota/residents/api';
import { Clock, refuse } from '@bota/shared/api';
import { type SignedIn, addDays, can, startOfDay } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { factsFor } from '../facts.queries';
import { statisticsCsv } from './statistics.csv';
import { OF_HOURS, OF_ORGANISATIONS, OF_ROOMS } from './statistics.queries';

type Room = Omit<Statistics['rooms'][number], 'openMinutes'>;
type Hour = Omit<Statistics['hours'][number], 'share'>;
type Whose = Pick<Statistics['organisations'][number], 'organisationId' | 'name' | 'usedMinutes'>;

/** How the house was used: for who runs, steers or studies it. Nothing of it names a person or a title. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(person: SignedIn, space: SpaceEntity, query: StatisticsQuery): Promise<Statistics> {
    if (!can(person, 'statistics:read', { spaceId: space.id })) refuse('not-allowed');
    const { id: spaceId, zone } = space;
    const [from, to] = [startOfDay(query.from, zone), startOfDay(addDays(query.to, 1), zone)];
    const rooms = await this.db.query<Room[]>(OF_ROOMS, [spaceId, from, to]);
    const hours = await this.db.query<Hour[]>(OF_HOURS, [spaceId, from, to, zone, query.room ?? null]);
    const used = await this.db.query<Whose[]>(OF_ORGANISATIONS, [spaceId, from, to]);
    const facts = await factsFor(this.db, { spaceId, zone, roomIds: null, actor: person, from, to, now: this.clock.now() });
    const factsOf = new Map(facts.rooms.map((room) => [room.id, room]));
    const open = (id: string) => {
      const room = factsOf.get(id);
      return room ? openMinutes(room, query, facts.closures, zone) : 0;
    };
    const units = query.room ? (factsOf.get(query.room)?.unitIds.length ?? refuseRoom()) : rooms.length;
    return {
      ...{ from: query.from, to: query.to },
      rooms: rooms.map((room) => ({ ...room, openMinutes: open(room.roomId) })),
      hours: sharesOf(hours, minutesOfWeek(query, zone), units),
      organisations: await this.organisations(spaceId, query.to.slice(0, 7), used),
    };
  }

  async csv(person: SignedIn, space: SpaceEntity, table: StatisticsTable, query: StatisticsFileQuery) {
    const { from, to, language } = query;
    const bytes = Buffer.from(statisticsCsv(await this.read(person, space, query), table, language));
    return { bytes, name: `${space.slug}-${table}-${from}-${to}.csv` };
  }

  /** By name, also those who live here and used nothing. */
  private async organisations(spaceId: string, month: string, used: readonly Whose[]): Promise<Statistics['organisations']> {
    const shares = await residencyShares(this.db, spaceId, month);
    const total = used.reduce((sum, { usedMinutes }) => sum + usedMinutes, 0);
    const idle = shares.filter((one) => !used.some(({ organisationId }) => organisationId === one.organisationId));
    const all = [...used, ...idle.map(({ organisationId, name }) => ({ organisationId, name, usedMinutes: 0 }))];
    const rows = all.map((one) => {
      const residency = shares.find(({ organisationId }) => organisationId === one.organisationId);
      const share = total > 0 ? one.usedMinutes / total : 0;
      return { ...one, share, residency: residency ? { key: residency.key, share: residency.share } : null };
    });
    return rows.toSorted((a, b) => a.name.localeCompare(b.name, 'fr') || (a.organisationId < b.organisationId ? -1 : 1));
  }
}

const refuseRoom = () => refuse('booking/unknown-room', { errors: [{ path: 'room', message: 'no room of this space' }] });

/** What was used of all hours that came: of four Mondays at nine in two rooms, eight hours. */
const sharesOf = (hours: readonly Hour[], lasts: ReturnType<typeof minutesOfWeek>, units: number): Statistics['hours'] =>
  hours.map((one) => {
    const all = lasts(one.weekday, one.hour) * units;
    return { ...one, share: all > 0 ? one.usedMinutes / all : 0 };
  });
