import ICAL from 'ical.js';

/** The lines of one VEVENT, as they stand: what cannot be read of it spoils no other. */
export type Block = {
  lines: string[];
  /** RRULE values, which the house reads itself. */
  rules: string[];
  isWhole: boolean;
  calendar: CalendarBlock;
};
export type CalendarBlock = { method: string; zones: Map<string, ICAL.Timezone> };

const LINE = /^([\w-]+)((?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/;
/** Rules of time zones are run until far ahead: more often than monthly is no change of clocks. */
const CHANGES_OF_CLOCKS = ['MONTHLY', 'YEARLY'];

/** The events of an iCalendar text, unread; null when it is none or breaks off. */
export function blocksIn(text: string): Block[] | null {
  const reader = new BlockReader();
  for (const line of linesOf(text)) reader.read(line);
  return reader.isCalendar ? reader.blocks : null;
}

class BlockReader {
  readonly blocks: Block[] = [];
  private path: string[] = [];
  private calendar: CalendarBlock | null = null;
  private zone: string[] = [];
  private isBroken = false;

  get isCalendar(): boolean {
    return this.calendar !== null && this.path.length === 0 && !this.isBroken;
  }

  read(line: string): void {
    const [, name = '', , value = ''] = LINE.exec(line) ?? [];
    const [act, what] = [name.toUpperCase(), value.trim().toUpperCase()];
    if (act === 'BEGIN') this.begin(what);
    if (this.path[1] === 'VTIMEZONE') this.zone.push(line);
    if (act === 'END') this.end(what);
    else if (act !== 'BEGIN') this.keep(line, act, value);
  }

  private begin(what: string): void {
    if (what === 'VCALENDAR') {
      this.isBroken ||= this.path.length > 0;
      this.calendar = { method: '', zones: new Map() };
    }
    // An event does not stand in another one: that one was not ended.
    if (what === 'VEVENT' && this.path[0] === 'VCALENDAR') this.path.length = 1;
    this.path.push(what);
    if (this.is('VTIMEZONE')) this.zone = [];
    if (this.calendar && this.is('VEVENT')) this.blocks.push({ lines: [], rules: [], isWhole: false, calendar: this.calendar });
  }

  private end(what: string): void {
    const block = this.blocks.at(-1);
    if (what === 'VEVENT' && this.is('VEVENT') && block) block.isWhole = true;
    if (what === 'VTIMEZONE' && this.is('VTIMEZONE') && this.calendar) addZone(this.calendar.zones, this.zone);
    if (this.path.includes(what)) this.path.length = this.path.lastIndexOf(what);
  }

  private keep(line: string, name: string, value: string): void {
    const block = this.blocks.at(-1);
    if (name === 'METHOD' && this.path.join() === 'VCALENDAR' && this.calendar) this.calendar.method = value.trim().toUpperCase();
    if (!this.is('VEVENT') || !block) return;
    if (name === 'RRULE') block.rules.push(value);
    else block.lines.push(line);
  }

  private is(part: string): boolean {
    return this.path.length === 2 && this.path[0] === 'VCALENDAR' && this.path[1] === part;
  }
}

/** The event of a block. Throws when a line of it is none. */
export const partOf = ({ lines, isWhole }: Block): ICAL.Component => {
  if (!isWhole) throw new SyntaxError('an event without end');
  return new ICAL.Component(ICAL.parse(['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n')) as never);
};

/** What stands behind the colon, for an event that cannot be read. */
export function rawOf({ lines }: Block, name: string): string {
  for (const line of lines) {
    const [, found = '', , value = ''] = LINE.exec(line) ?? [];
    if (found.toUpperCase() === name) return value.trim();
  }
  return '';
}

const linesOf = (text: string): string[] =>
  text
    .replace(/^\ufeff/, '')
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '');

/** A zone that cannot be read is unknown. */
function addZone(zones: Map<string, ICAL.Timezone>, lines: readonly string[]): void {
  try {
    const part = new ICAL.Component(ICAL.parse(lines.join('\r\n')) as never);
    const rules = part
      .getAllSubcomponents()
      .flatMap((one) => one.getAllProperties('rrule').map((rule) => rule.getFirstValue() as ICAL.Recur));
    if (rules.every(({ freq }) => CHANGES_OF_CLOCKS.includes(freq)))
      zones.set(String(part.getFirstPropertyValue('tzid')), new ICAL.Timezone(part));
  } catch {
    return;
  }
}
