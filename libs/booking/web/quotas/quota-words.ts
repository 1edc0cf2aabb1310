import { inject, Injectable } from '@angular/core';
import type { QuotaUse } from '@bota/booking/domain';
import type { Reason } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';

type Counted = Pick<QuotaUse, 'counts' | 'limit'>;

/** Quotas in words: how much, of how much, in which period. */
@Injectable({ providedIn: 'root' })
export class QuotaWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  /** `7 h 30`, or a number of bookings. */
  amount = (counts: Counted['counts'], amount: number): string =>
    counts === 'minutes' ? this.formats.hours(amount) : this.formats.number(amount);

  /** `novembre 2026, heures de pointe` */
  period({ per, period, isPrime, isOfRooms }: Pick<QuotaUse, 'per' | 'period'> & Partial<QuotaUse>): string {
    const when =
      per === 'month' ? this.formats.month(period) : this.texts.t('booking.quota.week', { day: this.formats.date(period, 'dayMonth') });
    const prime = isPrime ? this.texts.t('booking.quota.prime', { period: when }) : when;
    return isOfRooms ? this.texts.t('booking.quota.ofRooms', { period: prime }) : prime;
  }

  /** `7 h 30 sur 10 h`, with what is asked counted in. */
  used(use: QuotaUse): string {
    const key = use.counts === 'minutes' ? 'nowMinutes' : 'nowDates';
    return this.texts.t(`booking.quota.${key}`, this.values(use, use.used + use.asked));
  }

  /** `7 h 30 sur 10 h en comptant ceci` */
  asked(use: QuotaUse): string {
    return this.texts.t(`booking.quota.${use.counts}`, this.values(use, use.used + use.asked));
  }

  /** Why not: `Quota dépassé : 9 h 30 sur 10 h déjà réservées, novembre 2026` */
  reason({ counts = 'minutes', limit = 0, used = 0, per = 'month', period = '', isPrime }: Reason): string {
    const values = { ...this.values({ counts, limit }, used), period: this.period({ per, period, isPrime }) };
    return this.texts.t(`booking.reason.QUOTA_EXCEEDED.${counts}`, values);
  }

  private values = ({ counts, limit }: Counted, used: number) => ({ used: this.amount(counts, used), most: this.amount(counts, limit) });
}
