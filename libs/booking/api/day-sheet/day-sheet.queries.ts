import { ASKED_BY } from '../outside/outside.queries';

/** Everything that takes rooms on a day, once for each room booked; who was erased has neither name nor address. Of what a neighbour asked for: the neighbour. */
export const DAY_ENTRIES = `/* booking_day_sheet */
  SELECT DISTINCT a.occurrence_id AS "occurrenceId", a.booking_id AS "bookingId", a.room_id AS "roomId", a.starts_at AS start, a.ends_at AS "end",
    coalesce(o.own_title, b.title) AS title, b.organisation_id AS "organisationId", g.name AS organisation, b.attendees, b.layout,
    b.set_up_minutes AS "setUpMinutes", b.tear_down_minutes AS "tearDownMinutes", o.status, o.checked_in_at AS "checkedInAt",
    b.booked_by AS "bookedBy", coalesce(r.name, CASE WHEN p.erased_at IS NULL THEN p.display_name ELSE '' END) AS name,
    coalesce(r.email, CASE WHEN p.erased_at IS NULL THEN p.email END) AS email, r.phone, b.description AS note
  FROM allocation a
    JOIN occurrence o ON o.space_id = a.space_id AND o.id = a.occurrence_id
    JOIN booking b ON b.space_id = a.space_id AND b.id = a.booking_id
    JOIN organisation g ON g.id = b.organisation_id
    JOIN person p ON p.id = b.booked_by
    LEFT JOIN outside_request r ON r.space_id = b.space_id AND r.id = ${ASKED_BY('b')}
  WHERE a.space_id = $1 AND a.blocking AND a.starts_at < $3 AND a.starts_at > $2::timestamptz - interval '15 days' AND a.ends_at > $2
    AND o.status IN ('confirmed', 'no_show')
  ORDER BY a.starts_at, a.occurrence_id`;

export const CLOSED_THAT_DAY = `
  SELECT r.name AS room, c.starts_at AS start, c.ends_at AS "end", c.reason
  FROM closure c LEFT JOIN room r ON r.space_id = c.space_id AND r.id = c.room_id
  WHERE c.space_id = $1 AND c.starts_at < $3 AND c.ends_at > $2 ORDER BY c.starts_at, c.id`;
