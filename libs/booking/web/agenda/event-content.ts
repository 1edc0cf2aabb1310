import { type ComponentChild, h } from 'fullcalendar/preact';
import type { EventDisplayInfo } from 'fullcalendar';
import type { CalendarItem } from '@bota/booking/domain';
import { ICONS } from '@bota/shared/ui';
import type { EventProps } from './event-mapping';

type Icon = keyof typeof ICONS;
/** How a date stands, where that is not plainly confirmed; said in words in its label. */
const SIGNS: Partial<Record<CalendarItem['status'], Icon>> = {
  requested: 'hourglass_top',
  checked_in: 'how_to_reg',
  done: 'how_to_reg',
  no_show: 'person_off',
};
const SHORT_MS = 60 * 60_000;

const icon = (name: Icon): ComponentChild =>
  h('svg', { class: 'icon', viewBox: '0 -960 960 960', fill: 'currentColor', 'aria-hidden': 'true' }, h('path', { d: ICONS[name] }));

/** What the drawing of an event needs beside the event. */
export type ContentWords = {
  rooms?: (ids: readonly string[]) => string;
  private: string;
  draft: string;
  timeRange: (start: Date, end: Date) => string;
  time: (at: Date) => string;
};

/** Draws an event: title, then initials and time, and the room where rooms are no rows; short ones say no time
 * where an axis does. Plain nodes, hundreds a day stay quick. */
export function eventContent(info: EventDisplayInfo, words: ContentWords): ComponentChild {
  const props = info.event.extendedProps as EventProps;
  const [start, end] = [info.event.start ?? new Date(), info.event.end ?? info.event.start ?? new Date()];
  if (props.kind === 'blocked') return h('div', { class: `hatch${props.isClosed ? ' closed' : ''}`, title: props.label }, props.label);
  if (props.kind === 'draft') {
    const state = props.isRefused === null ? 'asked' : props.isRefused ? 'refused' : 'free';
    return h('div', { class: `ev new ${state}` }, h('b', null, words.draft), h('span', null, words.timeRange(start, end)));
  }
  return bookingContent(info, props, words, { start, end });
}

function bookingContent(
  { event, view }: EventDisplayInfo,
  { look, initials, item, isDimmed, label }: Extract<EventProps, { kind: 'booking' }>,
  words: ContentWords,
  { start, end }: { start: Date; end: Date },
): ComponentChild {
  const isPrivate = item.title === undefined;
  const state = item.status === 'requested' ? ' pending' : item.status === 'no_show' ? ' gone' : '';
  const classes = `ev ${look}${isDimmed ? ' dim' : ''}${state}`;
  const sign = SIGNS[item.status];
  const title = [sign ? icon(sign) : null, isPrivate || item.visibility === 'private' ? icon('lock') : null, event.title];
  const draw = (more: string, ...lines: ComponentChild[]) =>
    h('div', { class: classes + more, title: label }, h('span', { class: 'vh' }, label), h('div', { 'aria-hidden': 'true' }, ...lines));
  if (isSmall(view.type)) return draw(' mini', h('b', null, `${words.time(start)} `, ...title));
  if (view.type === 'listWeek') {
    const where = [words.timeRange(start, end), words.rooms?.(item.roomIds), isPrivate ? words.private : initials]
      .filter(Boolean)
      .join(' · ');
    return draw('', h('b', null, ...title), h('span', null, where));
  }
  const where = view.type === 'timeGridWeek' ? words.rooms?.(item.roomIds) : '';
  const isShort = end.getTime() - start.getTime() <= SHORT_MS;
  const time = words.timeRange(start, end);
  const details = [isPrivate ? words.private : initials, isShort ? where : time].filter(Boolean).join(' · ');
  const room = where && !isShort ? h('span', null, where) : null;
  const apart = where && isShort ? h('span', { class: 'when' }, time) : null;
  return draw(isShort ? ' short' : '', h('b', null, ...title), room, h('span', null, details), apart);
}

const isSmall = (view: string) => view === 'dayGridMonth' || view === 'resourceTimelineWeek';

/** Name of the room as a link, step-free icon, capacity and one feature; the bracket of a part is drawn by its class. */
export type RoomLabel = { name: string; href: string; stepFree: string | null; details: string };

export const roomContent = ({ name, href, stepFree, details }: RoomLabel): ComponentChild =>
  h(
    'div',
    { class: 'rl' },
    h(
      'b',
      null,
      h('a', { href }, name),
      stepFree ? h('span', { class: 'step', role: 'img', 'aria-label': stepFree }, icon('accessible')) : null,
    ),
    h('span', null, details),
  );
