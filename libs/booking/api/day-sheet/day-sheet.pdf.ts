import type { Content, TDocumentDefinitions, TableCell } from 'pdfmake/interfaces';
import { type DayEnd, type DayEntry, type DaySheet, coversDay } from '@bota/booking/domain';
import { PAPER, printed } from '@bota/shared/api';
import { type Language, inLanguage } from '@bota/shared/domain';
import { DAY_SHEET_WORDS, dayInWords, momentIn } from './day-sheet.words';

/** The sheet of a day on paper, in a language: to hang beside the door. */
export const daySheetPdf = (sheet: DaySheet, language: Language): Promise<Buffer> => printed(documentOf(sheet, language));

function documentOf(sheet: DaySheet, language: Language): TDocumentDefinitions {
  const words = DAY_SHEET_WORDS[language];
  const day = dayInWords(sheet.date, language);
  return {
    info: { title: `${words.title}, ${day}`, author: sheet.house.name, subject: day, creator: 'Bota 75' },
    ...{ language, displayTitle: true, version: '1.7', pageSize: 'A4', pageMargins: [40, 40, 40, 56] },
    content: [...headOf(sheet, language), ...sheet.rooms.flatMap((room) => roomOf(room, sheet, language))],
    footer: (page, pages) => ({ text: words.page(page, pages), alignment: 'right', margin: [40, 16], fontSize: 9, color: PAPER.grey }),
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.2 },
  };
}

function headOf(sheet: DaySheet, language: Language): Content[] {
  const words = DAY_SHEET_WORDS[language];
  const { date, house } = sheet;
  const moment = momentIn(house.zone, date, language);
  const when = (span: { start: string; end: string }) =>
    coversDay(span, date, house.zone) ? words.allDay : `${moment(span.start)} – ${moment(span.end)}`;
  const closed = sheet.closures.map((closure) =>
    words.closed(closure.room ?? words.house, when(closure), inLanguage(closure.reason, language)),
  );
  return [
    { text: sheet.house.name, bold: true, fontSize: 12, color: PAPER.green },
    { text: words.title, color: PAPER.grey, margin: [0, 12, 0, 0] },
    { text: capital(dayInWords(sheet.date, language)), fontSize: 22, bold: true, margin: [0, 0, 0, 10] },
    ...closed.map((text): Content => ({ text, bold: true, margin: [0, 0, 0, 6] })),
    ...(sheet.rooms.length === 0 ? [{ text: words.nothing }] : []),
    ...[...endsOf(sheet.opens, words.opens, sheet, language), ...endsOf(sheet.closes, words.closes, sheet, language)],
  ];
}

function endsOf(end: DayEnd | null, name: string, { house, date }: DaySheet, language: Language): Content[] {
  if (!end) return [];
  const words = DAY_SHEET_WORDS[language];
  const who = end.entries.map(({ organisation, contact, keys }) => {
    const held = keys.length > 0 ? words.keys(keys.join(', ')) : words.noKey;
    return `${organisation} (${contact.name || words.former}), ${held}`;
  });
  const space = language === 'fr' ? '\u00a0' : '';
  const head = { text: `${name}, ${momentIn(house.zone, date, language)(end.at)}${space}: `, bold: true };
  return [{ text: [head, who.join(`${space}; `)], margin: [0, 0, 0, 4] }];
}

function roomOf(room: DaySheet['rooms'][number], sheet: DaySheet, language: Language): Content[] {
  const words = DAY_SHEET_WORDS[language];
  const head = [words.columns.when, words.columns.what, words.columns.room, words.columns.who];
  const body: TableCell[][] = [
    head.map((text) => ({ text, fontSize: 9, color: PAPER.grey })),
    ...room.entries.map((entry) => rowOf(entry, momentIn(sheet.house.zone, sheet.date, language), language)),
  ];
  const things = room.equipment.flatMap((feature) => words.things[feature] ?? []);
  const equipment = things.length > 0 ? [{ text: words.equipment(things.join(', ')), color: PAPER.grey }] : [];
  const name: TableCell[] = [{ stack: [{ text: room.name, fontSize: 14, bold: true }, ...equipment], colSpan: 4 }, '', '', ''];
  // What is kept together must fit on a page: else it would not be on paper at all.
  const isKept = room.entries.every(({ note }) => linesOf(note) < MOST_LINES);
  const table = { headerRows: 2, keepWithHeaderRows: Number(isKept), dontBreakRows: isKept, widths: WIDTHS, body: [name, ...body] };
  return [{ table, layout: LINES, margin: [0, 12, 0, 0] }];
}

/** All that A4 leaves between the margins and the columns: the last one is for addresses. */
const WIDTHS = [72, 150, 90, 179];
/** Of a note, so that its row surely fits on a page; and how few letters a line may have. */
const [MOST_LINES, LEAST_LETTERS] = [30, 20];
const linesOf = (note: string): number => note.split('\n').reduce((sum, line) => sum + Math.ceil((line.length + 1) / LEAST_LETTERS), 0);
/** Words that may be wider than their column break anywhere. */
const LONG_WORDS = /(\S{25,})/;
const within = (text: string) => ({
  text: text.split(LONG_WORDS).map((part) => (LONG_WORDS.test(part) ? { text: part, wordBreak: 'break-all' as const } : part)),
});

function rowOf(entry: DayEntry, clock: (instant: string) => string, language: Language): TableCell[] {
  const words = DAY_SHEET_WORDS[language];
  const { layoutBefore, layout, contact } = entry;
  const people = entry.attendees ? words.people(entry.attendees) : '';
  const about = [entry.organisation, people, entry.status === 'no_show' ? words.noShow : ''].filter(Boolean).join(', ');
  const room = [
    layoutBefore ? words.change(words.layouts[layoutBefore], words.layouts[layout]) : words.layouts[layout],
    entry.setUpMinutes ? words.setUp(clock(entry.takenFrom)) : '',
    entry.tearDownMinutes ? words.tearDown(clock(entry.takenUntil)) : '',
  ].filter(Boolean);
  const keys = entry.keys.length > 0 ? [words.keys(entry.keys.join(', '))] : [];
  return [
    { text: `${clock(entry.start)} – ${clock(entry.end)}`, bold: true },
    {
      stack: [{ ...within(entry.title), bold: true }, within(about), ...(entry.note ? [{ ...within(entry.note), color: PAPER.grey }] : [])],
    },
    { stack: room.map((text, index) => ({ text, bold: index === 0 && layoutBefore !== null })) },
    { stack: [contact.name || words.former, ...[contact.email, contact.phone].filter((one) => one !== null), ...keys].map(within) },
  ];
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

const LINES = {
  hLineWidth: (index: number) => (index < 2 ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: () => PAPER.line,
  paddingTop: () => 5,
  paddingBottom: () => 4,
  paddingLeft: (column: number) => (column === 0 ? 0 : 8),
  paddingRight: () => 0,
};
