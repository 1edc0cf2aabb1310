import { inject, Injectable } from '@angular/core';
import { Formats, problemOf, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from './acts';

/** Acts on residencies: a room that is refused is named, with who sits there or what is left of its desks. */
@Injectable()
export class ResidencyActs extends Acts {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);

  override explain(error: unknown): void {
    super.explain(error);
    const said = (problemOf(error)?.reasons ?? []).flatMap(({ code, roomId, by, month, limit = 0 }) => {
      if (code === 'MONTH_CLOSED') return this.texts.t('residents.refused.closed', { month: this.formats.month(`${month}-01`) });
      const room = this.space.room(roomId ?? '')?.name ?? '';
      if (code === 'OCCUPIED') return this.texts.t('residents.refused.occupied', { room, who: by?.organisation ?? '' });
      return code === 'DESKS_TAKEN' ? this.texts.count('residents.refused.desks', limit, { room }) : [];
    });
    if (said.length) this.refusal.update((refusal) => refusal && { ...refusal, text: said.join(' ') });
  }
}
