const AMOUNT = /^(\d{1,9})(?:[.,](\d{1,2}))?$/;

/** Euros as people write them, in whole cents: null for nothing, undefined for what is no amount. */
export function centsOf(text: string): number | null | undefined {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, '');
  if (plain === '') return null;
  const [, euros = '', cents = ''] = AMOUNT.exec(plain) ?? [];
  const amount = Number(euros) * 100 + Number(cents.padEnd(2, '0'));
  return amount > 0 ? amount : undefined;
}
