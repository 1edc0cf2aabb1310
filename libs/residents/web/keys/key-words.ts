import { inject, Injectable } from '@angular/core';
import type { HouseKey, KeyHolding } from '@bota/residents/domain';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** How a key and who holds it are said. */
@Injectable({ providedIn: 'root' })
export class KeyWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);

  /** `Membre, Racines & Finances`; an erased person is a former member. */
  holder = ({ person, organisation }: KeyHolding): string =>
    [person && (person.displayName || this.texts.t('ui.formerMember')), organisation?.name].filter(Boolean).join(', ');

  since = ({ since }: KeyHolding): string => this.texts.t('house.keys.since', { date: this.dated(since) });

  /** `du 8 mai 2026 au 3 juin 2026, rendue` */
  past({ since, endedOn, ending }: KeyHolding): string {
    if (!endedOn || !ending) return this.texts.t('house.keys.since', { date: this.dated(since) });
    return this.texts.t(`house.keys.past.${ending}`, { from: this.dated(since), to: this.dated(endedOn) });
  }

  opens = ({ opens, roomId }: HouseKey): string =>
    [...new Set([opens, this.space.room(roomId ?? '')?.name ?? ''])].filter(Boolean).join(' · ');

  lost = ({ lostOn }: HouseKey): string => (lostOn ? this.texts.t('house.keys.lostOn', { date: this.dated(lostOn) }) : '');

  searched = (key: HouseKey): string => [key.label, this.opens(key), key.holding ? this.holder(key.holding) : ''].join(' ');

  private dated = (date: string): string => this.formats.date(date, 'dated');
}
