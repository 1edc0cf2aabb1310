import type { EventInput } from 'fullcalendar';
import { type CalendarItem, takesRooms } from '@bota/booking/domain';
import type { Blocked } from './blocked.rules';

/** The wish being typed in the panel. `isRefused` is null while nobody knows. */
export type Ghost = { roomIds: readonly string[]; start: string; end: string; isRefused: boolean | null };

/** What an event of the calendar carries for its drawing and its acts. */
export type EventProps =
  | { kind: 'booking'; item: CalendarItem; look: string; initials: string; label: string; isDimmed: boolean }
  | { kind: 'blocked'; isClosed: boolean; label: string }
  | { kind: 'draft'; isRefused: boolean | null; label: string };

/** What the mapping must be told: how each looks, and the words. */
export type EventContext = {
  /** One sentence for screen readers and the tooltip. */
  label: (item: CalendarItem) => string;
  blockedLabel: (blocked: Blocked) => string;
  words: { occupied: string; draft: string };
  /** Look and short mark of an event. */
  dress: (item: CalendarItem) => { look: string; mark: string };
  /** Whether the filters let others stand out. */
  isDimmed: (item: CalendarItem) => boolean;
};

/** One occurrence as an event; a private one says only that the room is occupied. Cancelled and skipped ones are none. */
export function toEvents(items: readonly CalendarItem[], context: EventContext): EventInput[] {
  return items.filter(takesRooms).map((item) => {
    const { look, mark } = context.dress(item);
    const props: EventProps = {
      kind: 'booking',
      item,
      look,
      initials: mark,
      label: context.label(item),
      isDimmed: context.isDimmed(item),
    };
    return {
      id: item.occurrenceId,
      resourceIds: item.roomIds,
      start: item.start,
      end: item.end,
      title: item.title ?? context.words.occupied,
      editable: item.may.edit,
      resourceEditable: item.may.edit,
      extendedProps: props,
    };
  });
}

/** Hatched backgrounds. */
export const toBackgrounds = (blocked: readonly Blocked[], { blockedLabel }: Pick<EventContext, 'blockedLabel'>): EventInput[] =>
  blocked.map((one, index) => ({
    id: `blocked-${index}`,
    resourceId: one.roomId,
    start: one.start,
    end: one.end,
    display: 'background',
    extendedProps: { kind: 'blocked', isClosed: one.why === 'closed', label: blockedLabel(one) } satisfies EventProps,
  }));

export const toDraftEvent = (ghost: Ghost, label: string): EventInput => ({
  id: 'draft',
  resourceIds: [...ghost.roomIds],
  start: ghost.start,
  end: ghost.end,
  display: 'background',
  extendedProps: { kind: 'draft', isRefused: ghost.isRefused, label } satisfies EventProps,
});
