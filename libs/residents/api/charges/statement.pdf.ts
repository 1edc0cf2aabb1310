import type { Content, TDocumentDefinitions, TableCell } from 'pdfmake/interfaces';
import type { Statement, StatementLine } from '@bota/residents/domain';
import { PAPER, printed } from '@bota/shared/api';
import { type Language, inLanguage, money } from '@bota/shared/domain';
import { STATEMENT_WORDS, dayName, detailOf, enterpriseNumberWritten, monthName } from './statement.words';

const { green: GREEN, grey: GREY } = PAPER;
const FACTS = { defaultBorder: false, paddingLeft: (column: number) => (column === 0 ? 0 : 8), paddingRight: () => 0 };

/** A statement on paper, in a language. */
export function statementPdf(statement: Statement, language: Language): Promise<Buffer> {
  return printed(documentOf(statement, language));
}

function documentOf(statement: Statement, language: Language): TDocumentDefinitions {
  const words = STATEMENT_WORDS[language];
  const title = `${words.title} ${statement.number ?? monthName(statement.month, language)}, ${statement.billedTo.name}`;
  return {
    info: { title, author: statement.house.name, subject: monthName(statement.month, language), creator: 'Bota 75' },
    ...{ language, displayTitle: true, version: '1.7', pageSize: 'A4', pageMargins: [56, 56, 56, 64] },
    ...(statement.number === null && { watermark: { text: words.draft, color: GREEN, opacity: 0.08, bold: true } }),
    content: [...headOf(statement, language), tableOf(statement, language), ...footOf(statement, language)],
    footer: (page, pages) => ({ text: words.page(page, pages), alignment: 'right', margin: [56, 16], fontSize: 9, color: GREY }),
    defaultStyle: { font: 'Roboto', fontSize: 10, lineHeight: 1.25 },
  };
}

function headOf({ house, billedTo, month, number, closedOn }: Statement, language: Language): Content[] {
  const words = STATEMENT_WORDS[language];
  const facts: [string, string][] = [
    ...(number ? [[words.number, number] as [string, string]] : []),
    [words.period, monthName(month, language)],
    [words.billedTo, billedTo.name],
    ...(billedTo.enterpriseNumber ? [[words.enterprise, enterpriseNumberWritten(billedTo.enterpriseNumber)] as [string, string]] : []),
    ...(closedOn ? [[words.closedOn, dayName(closedOn, language)] as [string, string]] : []),
  ];
  return [
    { text: house.name, bold: true, fontSize: 12, color: GREEN },
    { text: house.address, color: GREY },
    { text: words.title, fontSize: 22, bold: true, margin: [0, 28, 0, 12] },
    { table: { body: facts.map(([name, value]) => [{ text: name, color: GREY }, value]) }, layout: FACTS, margin: [0, 0, 0, 20] },
  ];
}

function tableOf({ lines, totalCents }: Statement, language: Language): Content {
  const words = STATEMENT_WORDS[language];
  const amount = (cents: number, bold = false): TableCell => ({ text: written(cents, language), alignment: 'right', noWrap: true, bold });
  const head = [words.line, words.detail, words.amount].map((text, column): TableCell => {
    return { text, color: GREY, fontSize: 9, alignment: column === 2 ? 'right' : 'left' };
  });
  const row = (line: StatementLine): TableCell[] => [inLanguage(line.label, language), detailOf(line, language), amount(line.cents)];
  const total: TableCell[] = [{ text: words.total, bold: true, colSpan: 2 }, {}, amount(totalCents, true)];
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: ['*', '*', 'auto'], body: [head, ...lines.map(row), total] },
    layout: {
      hLineWidth: (index, { table }) => (index === 0 ? 0 : index >= table.body.length - 1 ? 1 : 0.5),
      vLineWidth: () => 0,
      hLineColor: () => PAPER.line,
      paddingTop: () => 6,
      paddingBottom: () => 5,
      paddingLeft: (column) => (column === 0 ? 0 : 8),
      paddingRight: (column) => (column === 2 ? 0 : 8),
    },
  };
}

function footOf({ number, lines }: Statement, language: Language): Content[] {
  const words = STATEMENT_WORDS[language];
  const notes = [...(lines.length === 0 ? [words.noLines] : []), ...(number === null ? [words.draftNote] : [])];
  return notes.map((text) => ({ text, color: GREY, margin: [0, 16, 0, 0] }));
}

/** Roboto has no narrow space. */
const written = (cents: number, language: Language) => money(cents, language).replaceAll('\u202f', '\u00a0');
