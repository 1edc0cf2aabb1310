import { Global, Module } from '@nestjs/common';
import { PRICED_BOOKINGS, type PricedBookings } from '@bota/residents/api';
import { type LocalizedText, wallOf } from '@bota/shared/domain';

type Row = {
  organisationId: string;
  bookingId: string;
  on: string;
  title: string;
  rooms: string[];
  start: Date;
  end: Date;
  zone: string;
  isLate: boolean;
  cents: number;
};

/** Dates that took place, will, or were cancelled too late, as lines of the day on which they begin, at the price said when they were booked. */
export const pricedBookings: PricedBookings = async (tx, { spaceId, from, to }) => {
  const rows = (await tx.query(PRICED, [spaceId, from, to])) as Row[];
  return rows.map((row) => {
    const { organisationId, bookingId, on, cents } = row;
    return { organisationId, bookingId, on, cents, description: labelOf(row) };
  });
};

/** `Salle A : Assemblée, 10:00–12:00` */
function labelOf({ title, rooms, start, end, zone, isLate }: Row): LocalizedText {
  const time = [start, end].map((moment) => wallOf(moment, zone).slice(11, 16)).join('–');
  const what = (colon: string) => `${rooms.join(', ')}${colon} ${title}, ${time}`;
  const late = isLate ? LATE : { fr: '', nl: '', en: '' };
  return { fr: `${what('\u00a0:')}${late.fr}`, nl: `${what(':')}${late.nl}`, en: `${what(':')}${late.en}` };
}

const LATE = { fr: ', annulée trop tard', nl: ', te laat geannuleerd', en: ', cancelled too late' };

@Global()
@Module({ providers: [{ provide: PRICED_BOOKINGS, useValue: pricedBookings }], exports: [PRICED_BOOKINGS] })
export class PricesModule {}

const PRICED = `
  SELECT coalesce(o.own_organisation_id, b.organisation_id) AS "organisationId", b.id AS "bookingId",
    to_char(o.starts_at AT TIME ZONE s.zone, 'YYYY-MM-DD') AS "on", coalesce(o.own_title, b.title) AS title,
    ARRAY(SELECT r.name FROM room r WHERE r.space_id = o.space_id AND EXISTS (
      SELECT FROM allocation a WHERE a.space_id = r.space_id AND a.room_id = r.id AND a.occurrence_id = o.id) ORDER BY r.position, r.id) AS rooms,
    o.starts_at AS start, o.ends_at AS "end", s.zone, o.cancelled_late AS "isLate", o.price_cents AS cents
  FROM occurrence o JOIN booking b ON b.space_id = o.space_id AND b.id = o.booking_id JOIN space s ON s.id = o.space_id
  WHERE o.space_id = $1 AND o.price_cents > 0 AND (o.status NOT IN ('skipped', 'requested', 'declined', 'cancelled') OR o.cancelled_late)
    AND o.starts_at >= $2::date::timestamp AT TIME ZONE s.zone AND o.starts_at < ($3::date + 1)::timestamp AT TIME ZONE s.zone
  ORDER BY o.starts_at, o.id`;
