import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  type DayEntry,
  type DaySheet,
  type KeptStatus,
  closesOf,
  equipmentOf,
  layoutChanges,
  opensOf,
  statusAt,
} from '@bota/booking/domain';
import { KeysService } from '@bota/residents/api';
import type { HouseKey } from '@bota/residents/domain';
import { Clock, refuse } from '@bota/shared/api';
import { type Language, type SignedIn, addDays, addMinutes, can, startOfDay } from '@bota/shared/domain';
import { type SpaceEntity, RoomsService } from '@bota/spaces/api';
import type { Layout, Room } from '@bota/spaces/domain';
import { CLOSED_THAT_DAY, DAY_ENTRIES } from './day-sheet.queries';
import { daySheetPdf } from './day-sheet.pdf';

type Row = Pick<
  DayEntry,
  'occurrenceId' | 'bookingId' | 'title' | 'organisationId' | 'organisation' | 'attendees' | 'setUpMinutes' | 'tearDownMinutes' | 'note'
> & {
  roomId: string;
  start: Date;
  end: Date;
  layout: Layout | null;
  status: KeptStatus;
  checkedInAt: Date | null;
  bookedBy: string;
  name: string;
  email: string | null;
  phone: string | null;
};
type Closed = Omit<DaySheet['closures'][number], 'start' | 'end'> & { start: Date; end: Date };
type Asked = { person: SignedIn; space: SpaceEntity };

/** What a day needs, for who keeps the house that day. */
@Injectable()
export class DaySheets {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly rooms: RoomsService,
    private readonly keys: KeysService,
  ) {}

  async read(asked: Asked, date: string): Promise<DaySheet> {
    const { person, space } = asked;
    if (!can(person, 'day-sheet:read', { spaceId: space.id })) refuse('not-allowed');
    const window = [space.id, startOfDay(date, space.zone), startOfDay(addDays(date, 1), space.zone)];
    const [rows, closures, { items }, keys] = await Promise.all([
      this.db.query<Row[]>(DAY_ENTRIES, window),
      this.db.query<Closed[]>(CLOSED_THAT_DAY, window),
      this.rooms.list(space.id),
      this.keys.list(asked),
    ]);
    const now = this.clock.now();
    const held = keys.items.filter(({ state }) => state === 'out');
    const rooms = items.flatMap((room) => roomOf(room, rows, (row) => this.entry(row, room, held, now)));
    const all = rooms.flatMap(({ entries }) => entries).filter(({ status }) => status !== 'no_show');
    return {
      date,
      house: { name: space.name, address: space.address, zone: space.zone },
      ...{ opens: opensOf(all), closes: closesOf(all), rooms },
      closures: closures.map((one) => ({ ...one, start: one.start.toISOString(), end: one.end.toISOString() })),
    };
  }

  async pdf(asked: Asked, date: string, language: Language): Promise<{ bytes: Buffer; name: string }> {
    const sheet = await this.read(asked, date);
    return { bytes: await daySheetPdf(sheet, language), name: `${asked.space.slug}-${date}.pdf` };
  }

  private entry(row: Row, room: Room, held: readonly HouseKey[], now: Date): DayEntry {
    const { start, end, setUpMinutes, tearDownMinutes, status, checkedInAt, name, email, phone, bookedBy, layout } = row;
    const { occurrenceId, bookingId, title, organisationId, organisation, attendees, note } = row;
    const keys = held.filter(({ holding }) => holding?.organisation?.id === row.organisationId || holding?.person?.id === bookedBy);
    return {
      ...{ occurrenceId, bookingId, title, organisationId, organisation, attendees, note },
      ...{ setUpMinutes, tearDownMinutes },
      start: start.toISOString(),
      end: end.toISOString(),
      takenFrom: addMinutes(start, -setUpMinutes).toISOString(),
      takenUntil: addMinutes(end, status === 'no_show' ? 0 : tearDownMinutes).toISOString(),
      status: statusAt({ status, checkedInAt, end }, now),
      layout: layout ?? room.layout,
      layoutBefore: null,
      contact: { name, email, phone },
      keys: keys.map(({ label }) => label),
    };
  }
}

/** A room with its bookings of the day in order, and how each finds it; nothing for a room without any. */
function roomOf(room: Room, rows: readonly Row[], entryOf: (row: Row) => DayEntry): DaySheet['rooms'] {
  const entries = rows.filter(({ roomId }) => roomId === room.id).map(entryOf);
  if (entries.length === 0) return [];
  const before = layoutChanges(room.layout, entries);
  const found = entries.map((entry, index) => ({ ...entry, layoutBefore: before[index] ?? null }));
  return [{ id: room.id, name: room.name, equipment: equipmentOf(room.features), entries: found }];
}
