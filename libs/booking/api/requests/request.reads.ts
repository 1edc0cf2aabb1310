import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { BookingRequest, BookingRequestList } from '@bota/booking/domain';
import { refuse } from '@bota/shared/api';
import { type SignedIn, can } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';
import { WAITING } from './requests.queries';

type Row = Omit<BookingRequest, 'start' | 'end' | 'askedAt'> & { start: Date; end: Date; askedAt: Date };

@Injectable()
export class RequestReads {
  constructor(private readonly db: DataSource) {}

  async waiting(person: SignedIn, space: SpaceEntity): Promise<BookingRequestList> {
    if (!can(person, 'booking:decide', { spaceId: space.id })) refuse('not-allowed');
    const rows = await this.db.query<Row[]>(WAITING, [space.id]);
    return { items: rows.map(({ start, end, askedAt, ...row }) => ({ ...row, start: iso(start), end: iso(end), askedAt: iso(askedAt) })) };
  }
}

const iso = (moment: Date) => moment.toISOString();
