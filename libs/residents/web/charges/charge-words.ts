import { inject, Injectable } from '@angular/core';
import type { Charge, ChargeTerms, PeriodState, StatementLine } from '@bota/residents/domain';
import { inLanguage, type LocalizedText } from '@bota/shared/domain';
import { Formats, type IconName, Texts } from '@bota/shared/ui';
import { RATE_KEYS, WEIGHT_KEYS } from './charge-wish';

type Look = { icon: IconName; tone: 'plain' | 'ok' | 'warn' };
const LOOKS: Record<PeriodState, Look> = {
  running: { icon: 'timelapse', tone: 'plain' },
  open: { icon: 'hourglass_top', tone: 'warn' },
  closed: { icon: 'lock', tone: 'ok' },
};

/** Charges, months and lines of statements in plain words. */
@Injectable({ providedIn: 'root' })
export class ChargeWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  label = (label: LocalizedText): string => inLanguage(label, this.texts.language());
  money = (cents: number): string => this.formats.money(cents);
  month = (month: string): string => this.formats.month(`${month}-01`);
  state = (state: PeriodState): Look & { word: string } => ({ ...LOOKS[state], word: this.texts.t(`charges.state.${state}`) });

  /** `depuis septembre 2026`, `de septembre 2026 à décembre 2027` */
  months({ from, to }: Pick<Charge, 'from' | 'to'>): string {
    return to
      ? this.texts.t('charges.fromTo', { from: this.month(from), to: this.month(to) })
      : this.texts.t('charges.since', { from: this.month(from) });
  }

  /** `8,50 € par m²`; `1 000,00 € à partager : m² × 1, personne × 5` */
  terms(terms: ChargeTerms): string {
    if (terms.how === 'rate') {
      const rates = RATE_KEYS.flatMap((key) => {
        const price = terms.rates[key];
        return price === undefined ? [] : [this.texts.t(`charges.rate.${key}`, { price: this.money(price) })];
      });
      return rates.length ? this.formats.list(rates) : this.texts.t('charges.rate.none');
    }
    const weights = WEIGHT_KEYS.flatMap((key) => {
      const weight = terms.weights[key];
      return weight ? [this.texts.t(`charges.weight.${key}`, { weight: this.formats.number(weight) })] : [];
    });
    return this.texts.t('charges.toShare', { total: this.money(terms.totalCents), weights: weights.join(', ') || '–' });
  }

  /** What a line was counted by: `24 m², 12 jours sur 31`; or its date; or what it corrects. */
  detail({ share, on, corrects }: StatementLine): string {
    const parts = [
      ...(share ? [this.texts.count(`charges.share.${share.key}`, share.quantity, { quantity: this.formats.number(share.quantity) })] : []),
      ...(share && share.days < share.of ? [this.texts.count('charges.days', share.days, { days: share.days, of: share.of })] : []),
      ...(on ? [this.formats.date(on, 'dated')] : []),
      ...(corrects ? [this.texts.t('charges.corrects', { number: corrects.number, label: this.label(corrects.label) })] : []),
    ];
    return parts.join(', ');
  }
}
