import type { VNode } from 'fullcalendar/preact';
import type { EventDisplayInfo } from 'fullcalendar';
import { booked, salleA } from '../rooms/house.fixture';
import { eventContent } from './event-content';

const words = {
  ...{ private: 'privé', draft: '', rooms: (ids: readonly string[]) => (ids.includes(salleA.id) ? 'Salle A' : '') },
  time: (at: Date) => at.toISOString().slice(11, 16),
  timeRange: (start: Date, end: Date) => `${start.toISOString().slice(11, 16)}–${end.toISOString().slice(11, 16)}`,
};
type Child = VNode<{ children?: Child; 'aria-hidden'?: unknown }> | string | null | Child[];
const linesOf = (node: Child): string[] => {
  if (!node || typeof node === 'string') return node ? [node] : [];
  return Array.isArray(node) ? node.flatMap(linesOf) : linesOf(node.props.children ?? null);
};

/** What is drawn after the label that is heard. */
const drawn = (view: string, from: string, to: string) => {
  const item = booked(salleA, `2026-11-25T${from}`, `2026-11-25T${to}`, { title: 'Chorale' });
  const extendedProps = { kind: 'booking', item, look: 'o1', initials: 'RF', isDimmed: false, label: 'entendu' };
  const event = { title: 'Chorale', start: new Date(item.start), end: new Date(item.end), extendedProps };
  return linesOf(eventContent({ event, view: { type: view } } as unknown as EventDisplayInfo, words) as Child).slice(1);
};

it('says the room by the hour, where rooms are no rows', () =>
  expect(drawn('timeGridWeek', '10:00', '12:00')).toEqual(['Chorale', 'Salle A', 'RF · 09:00–11:00']));

it('says it in one line where there is no place for more, and the time for where no axis is', () =>
  expect(drawn('timeGridWeek', '10:00', '11:00')).toEqual(['Chorale', 'RF · Salle A', '09:00–10:00']));

it('says neither in a row that has an axis', () => expect(drawn('resourceTimelineDay', '10:00', '11:00')).toEqual(['Chorale', 'RF']));

it('leaves it to the row where rooms are rows', () =>
  expect(drawn('resourceTimelineDay', '10:00', '12:00')).toEqual(['Chorale', 'RF · 09:00–11:00']));
