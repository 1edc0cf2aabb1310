import type { Statement, StatementLine } from '@bota/residents/domain';
import { type Cell, type Language, csvOf, inLanguage } from '@bota/shared/domain';
import { STATEMENT_WORDS, enterpriseNumberWritten } from './statement.words';

/** One row for each line of the statements, with what tells whose it is: a table that filters and adds up. */
export function statementsCsv(statements: readonly Statement[], language: Language): string {
  const { csv, line, amount, enterprise } = STATEMENT_WORDS[language];
  const head = [csv.number, csv.month, csv.organisation, enterprise, csv.kind, line, csv.date, csv.quantity, csv.unit, csv.days];
  return csvOf([[...head, `${amount} (EUR)`], ...statements.flatMap((one) => one.lines.map((each) => rowOf(one, each, language)))]);
}

function rowOf({ number, month, billedTo }: Statement, line: StatementLine, language: Language): Cell[] {
  const { draftNumber, kinds, unitNames, corrects } = STATEMENT_WORDS[language];
  const { share } = line;
  const label = inLanguage(line.label, language);
  return [
    number ?? draftNumber,
    month,
    billedTo.name,
    billedTo.enterpriseNumber ? enterpriseNumberWritten(billedTo.enterpriseNumber) : '',
    kinds[line.kind],
    line.corrects ? `${label} (${corrects(line.corrects.number)})` : label,
    line.on ?? '',
    share ? { number: share.quantity } : '',
    share ? unitNames[share.key] : '',
    share ? { number: share.days } : '',
    { cents: line.cents },
  ];
}
