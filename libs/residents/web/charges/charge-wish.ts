import { type Charge, type ChargeDraft, type ChargeTerms } from '@bota/residents/domain';
import { amountText, centsOf } from '@bota/shared/ui';
import { type Language, LANGUAGES } from '@bota/shared/domain';

export const RATE_KEYS = ['m2', 'desks', 'heads', 'fixed'] as const;
export const WEIGHT_KEYS = ['m2', 'desks', 'heads'] as const;
export type RateKey = (typeof RATE_KEYS)[number];
export type WeightKey = (typeof WEIGHT_KEYS)[number];

/** A charge as it stands in its form: everything as it was typed. */
export type ChargeWish = {
  label: Record<Language, string>;
  from: string;
  to: string;
  how: ChargeTerms['how'];
  rates: Record<RateKey, string>;
  total: string;
  weights: Record<WeightKey, string>;
};

export const emptyWish = (from: string): ChargeWish => ({
  ...{ label: { fr: '', nl: '', en: '' }, from, to: '', how: 'rate', total: '' },
  ...{ rates: { m2: '', desks: '', heads: '', fixed: '' }, weights: { m2: '1', desks: '', heads: '' } },
});

export function wishOf({ label, from, to, terms }: Charge, language: Language): ChargeWish {
  const empty = emptyWish(from);
  const texts = Object.fromEntries(LANGUAGES.map((one) => [one, label[one] ?? ''])) as ChargeWish['label'];
  const common = { ...empty, label: texts, to: to ?? '', how: terms.how };
  if (terms.how === 'total') {
    const weights = Object.fromEntries(WEIGHT_KEYS.map((key) => [key, String(terms.weights[key] ?? '')])) as ChargeWish['weights'];
    return { ...common, total: amountText(terms.totalCents, language), weights };
  }
  const rateText = (cents: number | undefined) => (cents === undefined ? '' : amountText(cents, language));
  return { ...common, rates: Object.fromEntries(RATE_KEYS.map((key) => [key, rateText(terms.rates[key])])) as ChargeWish['rates'] };
}

export const isWeight = (text: string): boolean => /^\s*\d{0,4}\s*$/.test(text);
/** A price, or nothing. */
export const isPrice = (text: string): boolean => text.trim() === '' || (centsOf(text) ?? -1) >= 0;

/** The charge that is wished; what was typed has been checked. */
export const draftOf = ({ label, from, to, ...counted }: ChargeWish): ChargeDraft => ({
  label,
  from,
  to: to || null,
  terms: termsOf(counted),
});

function termsOf({ how, rates, total, weights }: Pick<ChargeWish, 'how' | 'rates' | 'total' | 'weights'>): ChargeTerms {
  const given = <Key extends string>(values: Record<Key, string>, read: (text: string) => number) =>
    Object.fromEntries(
      Object.entries<string>(values)
        .filter(([, text]) => text.trim() !== '')
        .map(([key, text]) => [key, read(text)]),
    );
  return how === 'rate'
    ? { how, rates: given(rates, (text) => centsOf(text) ?? 0) }
    : { how, totalCents: centsOf(total) ?? 0, weights: given(weights, Number) };
}
