import type { CalendarOptions } from 'fullcalendar';
import type { View } from './agenda-query';

/** The year is drawn elsewhere. */
export type GridView = Exclude<View, 'year'>;
export const FC_VIEWS: Record<GridView, string> = {
  day: 'resourceTimelineDay',
  week: 'resourceTimelineWeek',
  time: 'timeGridWeek',
  month: 'dayGridMonth',
  list: 'listWeek',
};

/** What FullCalendar learns when it is wanted, with the options it understands then: the views beside the rows, and dragging. */
export type Part = 'time' | 'month' | 'list' | 'drag';
type PluginDef = NonNullable<CalendarOptions['plugins']>[number];
type Loaded = { plugin: PluginDef; options: CalendarOptions };

/** The part that draws a view, where the rows do not. */
export const partOf = (view: GridView): Part[] => (view === 'day' || view === 'week' ? [] : [view]);

const known = new Map<Part, Loaded>();

export async function loadPart(part: Part): Promise<void> {
  if (!known.has(part)) known.set(part, { plugin: await PLUGINS[part](), options: OPTIONS[part] });
}
/** The other views, before one asks for them. */
export const loadViews = (): Promise<unknown> => Promise.all((['time', 'month', 'list'] as const).map(loadPart));
export const isLoaded = (part: Part): boolean => known.has(part);

/** Plugins and options of what is loaded. */
export function loadedParts(): { plugins: PluginDef[]; options: CalendarOptions } {
  const parts = [...known.values()];
  const views = Object.assign({}, ...parts.map(({ options }) => options.views)) as CalendarOptions['views'];
  return { plugins: parts.map(({ plugin }) => plugin), options: { ...Object.assign({}, ...parts.map(({ options }) => options)), views } };
}

const PLUGINS: Record<Part, () => Promise<PluginDef>> = {
  time: () => import('@fullcalendar/angular/timegrid').then((module) => module.default),
  month: () => import('@fullcalendar/angular/daygrid').then((module) => module.default),
  list: () => import('@fullcalendar/angular/list').then((module) => module.default),
  drag: () => import('@fullcalendar/angular/interaction').then((module) => module.default),
};

const OPTIONS: Record<Part, CalendarOptions> = {
  time: {
    allDaySlot: false,
    // Also what is not shown has a link that a finger meets.
    columnMoreLinkClass: 'more-bar',
    columnMoreLinkInnerClass: 'more-in',
    views: { timeGridWeek: { slotDuration: '00:30', slotEventOverlap: false, eventMinHeight: 24 } },
  },
  month: { views: { dayGridMonth: { fixedWeekCount: false } } },
  list: {
    views: { listWeek: { listDayFormat: { weekday: 'long', day: 'numeric', month: 'long' }, listDayAltFormat: { year: 'numeric' } } },
  },
  drag: { selectMirror: false, unselectAuto: false, longPressDelay: 350 },
};
