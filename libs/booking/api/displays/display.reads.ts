import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Display, OnDisplay } from '@bota/booking/domain';
import { digest } from '@bota/people/api';
import { Clock, Release } from '@bota/shared/api';
import { NOBODY, addDays, dateOf } from '@bota/shared/domain';
import { RoomsService, SpacesService } from '@bota/spaces/api';
import { BookingReads } from '../booking.reads';
import { DISPLAY_OF_TOKEN, SEEN } from './display.queries';

type Row = Omit<Display, 'pairedAt' | 'seenAt'> & { spaceId: string };

/** What a paired screen shows: read as nobody, whoever else is signed in on the same browser. */
@Injectable()
export class DisplayReads {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly spaces: SpacesService,
    private readonly rooms: RoomsService,
    private readonly bookings: BookingReads,
    private readonly release: Release,
  ) {}

  /** Null for a secret that belongs to no screen, or no longer. */
  async shown(token: string | undefined): Promise<OnDisplay | null> {
    const [row] = token ? await this.db.query<Row[]>(DISPLAY_OF_TOKEN, [digest(token)]) : [];
    if (!row) return null;
    const now = this.clock.now();
    await this.db.query(SEEN, [row.spaceId, row.id, now]);
    const space = await this.spaces.find(row.spaceId);
    const today = dateOf(now, space.zone);
    const [rooms, calendar] = await Promise.all([
      this.rooms.list(space.id),
      this.bookings.calendar(NOBODY, space, { from: addDays(today, -1), to: addDays(today, 2) }),
    ]);
    const { name, shows, roomId, language } = row;
    const { slug, zone, languages } = space;
    return {
      display: { name, shows, roomId, language },
      house: { slug, name: space.name, zone, languages },
      rooms: { ...rooms, items: rooms.items.filter(({ bookable }) => bookable), former: [] },
      calendar,
      organisations: await this.named(calendar.items.flatMap(({ organisationId }) => organisationId ?? [])),
      now: now.toISOString(),
      release: this.release.name,
    };
  }

  private named(ids: readonly string[]): Promise<OnDisplay['organisations']> {
    return this.db.query('SELECT id, name FROM organisation WHERE id = ANY($1::uuid[]) ORDER BY name', [[...new Set(ids)]]);
  }
}
