import { inject, Injectable } from '@angular/core';
import { type Amount, type Mandate, mandateState } from '@bota/people/domain';
import { Formats, Texts } from '@bota/shared/ui';

/** How a mandate is said in plain words. */
@Injectable({ providedIn: 'root' })
export class MandateWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  view(mandate: Mandate, today: string) {
    const { id, person, scope, evidence, basis, basisText } = mandate;
    const state = mandateState(mandate, today);
    return {
      ...{ id, scope, evidence, state, mayEnd: state !== 'ended' && mandate.endedOn === null },
      person: this.name(person),
      basis: basisText ? `${this.texts.t(`mandates.basis.${basis}`)}, ${basisText}` : this.texts.t(`mandates.basis.${basis}`),
      rule: [this.joint(mandate), ...(mandate.ceiling ? [this.ceiling(mandate.ceiling)] : [])].join(', '),
      days: this.days(mandate),
      tone: state === 'active' ? ('ok' as const) : ('plain' as const),
      icon: ({ planned: 'schedule', active: 'check', ended: 'history' } as const)[state],
    };
  }

  /** Who erased their account has no name any more. */
  private name = ({ displayName }: { displayName: string }): string => displayName || this.texts.t('mandates.former');

  private joint({ joint, jointWith }: Mandate): string {
    if (joint.kind === 'alone') return this.texts.t('mandates.joint.alone');
    if (joint.kind === 'with-others') return this.texts.count('mandates.joint.others', joint.others);
    return this.texts.t('mandates.joint.oneOf', { names: this.formats.either(jointWith.map(this.name)) });
  }

  private ceiling({ cents, currency }: Amount): string {
    const amount = currency === 'EUR' ? this.formats.money(cents) : `${this.formats.number(cents / 100)} ${currency}`;
    return this.texts.t('mandates.upTo', { amount });
  }

  private days({ from, to, endedOn }: Mandate): string {
    const [last] = [to, endedOn].filter((end) => end !== null).sort();
    const first = this.formats.date(from, 'dated');
    return last
      ? this.texts.t('mandates.fromTo', { from: first, to: this.formats.date(last, 'dated') })
      : this.texts.t('mandates.since', { from: first });
  }
}
