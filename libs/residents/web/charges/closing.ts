import { inject, Injectable } from '@angular/core';
import type { Period } from '@bota/residents/domain';
import { Confirm, Texts } from '@bota/shared/ui';
import type { Acts } from '../acts';
import { ChargeWords } from './charge-words';
import { ChargesClient } from './charges.client';

/** Closes a month after saying what becomes final. */
@Injectable()
export class Closing {
  private readonly texts = inject(Texts);
  private readonly words = inject(ChargeWords);
  private readonly client = inject(ChargesClient);
  private readonly confirm = inject(Confirm);

  /** Whether it was closed. */
  async ask({ month, statements, totalCents }: Period, acts: Acts): Promise<boolean> {
    const name = this.words.month(month);
    const asked = await this.confirm.ask({
      heading: this.texts.t('charges.close.heading', { month: name }),
      text: this.texts.t('charges.close.text'),
      lost: [
        this.texts.count('charges.close.statements', statements, { total: this.words.money(totalCents) }),
        this.texts.t('charges.close.numbers'),
        this.texts.t('charges.close.letters'),
      ],
      stays: this.texts.t('charges.close.stays'),
      keep: this.texts.t('charges.close.keep'),
      act: this.texts.t('charges.close.act', { month: name }),
    });
    return asked && acts.attempt(() => this.client.close(month), this.texts.t('charges.close.done', { month: name }));
  }
}
