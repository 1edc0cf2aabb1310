import { addDays } from '@bota/shared/domain';

const MONTHS = [
  /^jan/,
  /^(f[eé]v|feb)/,
  /^(mars|mrt|maa|mar)/,
  /^(avr|apr)/,
  /^(mai|mei|may)/,
  /^(juin|jun)/,
  /^(juil|jul)/,
  /^(ao[uû]t|aug)/,
  /^sep/,
  /^o[ck]t/,
  /^nov/,
  /^d[eé]c/,
];

/**
 * Reads a day as people type it: `1/12`, `1.12.26`, `2026-12-01`, `mar. 1 déc.`, `1 december 2027`, in French, Dutch or English.
 * Without a year it is the next such day from `today` on; null when it is none.
 */
export function readDay(text: string, today: string): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return real(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = /^\s*(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{2}|\d{4}))?\s*$/.exec(text);
  if (numbers) return inYear(Number(numbers[1]), Number(numbers[2]), numbers[3], today);
  const named = /(?:^|\s)(\d{1,2})(?:er|st|nd|rd|th)?\s+(\p{L}+)\.?(?:\s+(\d{4}))?\s*$/u.exec(text.toLowerCase());
  const month = named ? MONTHS.findIndex((name) => name.test(named[2] ?? '')) + 1 : 0;
  return named && month ? inYear(Number(named[1]), month, named[3], today) : null;
}

function inYear(day: number, month: number, year: string | undefined, today: string): string | null {
  if (year) return real(Number(year.length === 2 ? `20${year}` : year), month, day);
  const thisYear = Number(today.slice(0, 4));
  const near = real(thisYear, month, day);
  // A day just past was meant as such; one long past is next year's.
  return near && near >= addDays(today, -31) ? near : real(thisYear + 1, month, day);
}

function real(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}
