import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type ReminderChoice, isToRemind } from '@bota/booking/domain';
import { Clock, Jobs } from '@bota/shared/api';
import { BookingLetters } from '../letters/booking.letters';

type Due = {
  spaceId: string;
  bookingId: string;
  id: string;
  bookedBy: string;
  start: Date;
  knownSince: Date;
  choice: ReminderChoice;
  zone: string;
};

/** Reminds who booked, at the moment they chose: once for each date and time, whichever process comes first and however late it comes. */
@Injectable()
export class Reminders implements OnModuleInit {
  private readonly logger = new Logger(Reminders.name);

  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly letters: BookingLetters,
  ) {}

  onModuleInit(): void {
    this.jobs.schedule({ name: 'booking.remind', cron: '* * * * *', run: () => this.remind() });
  }

  /** Running it twice, or twice at once, reminds nobody twice. A date that is moved has another time to be reminded of. */
  async remind(): Promise<void> {
    const now = this.clock.now();
    const soon = await this.db.query<Due[]>(SOON, [now]);
    for (const due of soon.filter((one) => isToRemind(one, now))) {
      const { spaceId, bookingId, bookedBy, id, start } = due;
      await this.db
        .transaction((tx) => this.letters.remind(tx, { id: bookingId, bookedBy, spaceId }, { occurrenceId: id, start }))
        .catch((error: Error) => this.logger.error(`no reminder of date ${id}: ${error.message}`));
    }
  }
}

// The day before is two days ahead at most, and an hour more when the clocks go back. Houses are read by the index of their times.
const SOON = `/* booking_reminders */
  SELECT DISTINCT a.space_id AS "spaceId", a.booking_id AS "bookingId", a.occurrence_id AS id, b.booked_by AS "bookedBy", o.starts_at AS start,
    greatest(b.created_at, b.decided_at) AS "knownSince", coalesce(c.reminder, 'day-before') AS choice, s.zone
  FROM space s
    JOIN allocation a ON a.space_id = s.id AND a.blocking AND a.starts_at > $1::timestamptz - interval '1 day' AND a.starts_at < $1::timestamptz + interval '49 hours'
    JOIN occurrence o ON o.space_id = a.space_id AND o.id = a.occurrence_id AND o.status = 'confirmed'
      AND o.starts_at > $1 AND o.starts_at < $1::timestamptz + interval '49 hours'
    JOIN booking b ON b.space_id = a.space_id AND b.id = a.booking_id AND b.stage = 'confirmed' AND b.cancelled_at IS NULL
    LEFT JOIN notification_preferences c ON c.person_id = b.booked_by
  WHERE c.reminder IS DISTINCT FROM 'off' AND NOT EXISTS (
    SELECT FROM notification n WHERE n.space_id = a.space_id AND n.person_id = b.booked_by
      AND n.change_key = 'booking-reminder:' || o.id || ':' || floor(extract(epoch FROM o.starts_at)))`;
