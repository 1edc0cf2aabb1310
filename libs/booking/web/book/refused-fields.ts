import type { Problem } from '@bota/shared/domain';
import type { FieldError } from '@bota/shared/ui';

/** Where the panel asks what a request holds: the key of its name, and the id of its control. */
const ASKED: Record<string, { name: string; field: string | null }> = {
  title: { name: 'booking.book.name', field: 'title' },
  description: { name: 'booking.book.description', field: 'description' },
  organisationId: { name: 'booking.book.organisation', field: 'organisation' },
  roomIds: { name: 'booking.book.rooms', field: 'rooms' },
  start: { name: 'booking.book.from', field: 'from' },
  end: { name: 'booking.book.to', field: 'to' },
  attendees: { name: 'booking.book.people', field: 'attendees' },
  visibility: { name: 'booking.book.visibility', field: 'visibility' },
  recurrence: { name: 'booking.repeat.label', field: 'repeat' },
  layout: { name: 'booking.preparing.layout', field: 'layout' },
  setUpMinutes: { name: 'booking.preparing.setUp', field: 'set-up' },
  tearDownMinutes: { name: 'booking.preparing.tearDown', field: 'tear-down' },
  overrideReason: { name: 'booking.override.reason', field: 'override' },
  holdUntil: { name: 'booking.book.hold', field: 'hold' },
  substitutes: { name: 'booking.book.otherRooms', field: null },
};

/** The fields that a problem names, by their names in the panel and once each; what the panel does not ask is not named. */
export function refusedFields(errors: Problem['errors'], t: (key: string, params?: Record<string, unknown>) => string): FieldError[] {
  const roots = new Set((errors ?? []).map(({ path }) => path.split('.')[0] ?? ''));
  return [...roots].flatMap((root) => {
    const asked = ASKED[root];
    return asked ? [{ field: asked.field, message: t('booking.form.toReview', { field: t(asked.name) }) }] : [];
  });
}
