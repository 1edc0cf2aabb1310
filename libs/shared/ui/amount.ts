import type { Language } from '@bota/shared/domain';

/** Whole cents of an amount as people type it: `12,50`, `1 234,5`, `€ 1.234,50`, `−5`; null when it is none. */
export function centsOf(text: string): number | null {
  const plain = text.replace(/[\s\u00a0\u202f€']/g, '').replace('−', '-');
  const parts = /^(-?)(\d+(?:[.,]\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!parts) return null;
  const [, sign, whole = '', cents = ''] = parts;
  const value = Number(whole.replace(/[.,]/g, '')) * 100 + Number(cents.padEnd(2, '0'));
  return value === 0 ? 0 : sign ? -value : value;
}

/** An amount as it is typed in the reader’s language: `12,50`, `12.50`. */
export const amountText = (cents: number, language: Language): string =>
  (cents / 100).toFixed(2).replace('.', language === 'en' ? '.' : ',');
