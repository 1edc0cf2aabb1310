import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { PersonalData } from '@bota/shared/api';

/** What a person booked is theirs to take along. It stays in the record when they leave: it belongs to the organisation. */
@Injectable()
export class BookingPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.declare({ name: 'bookings', read: readBookings });
  }
}

const readBookings = (tx: EntityManager, personId: string): Promise<unknown> => tx.query(BOOKINGS, [personId]);

const BOOKINGS = `
  SELECT b.id, s.name AS space, g.name AS organisation, b.title, b.description, b.visibility, b.attendees, b.starts_at AS start, b.ends_at AS "end",
    b.zone, b.rrule, b.created_at AS "createdAt", b.cancelled_at AS "cancelledAt"
  FROM booking b JOIN space s ON s.id = b.space_id JOIN organisation g ON g.id = b.organisation_id
  WHERE b.booked_by = $1 ORDER BY b.starts_at`;
