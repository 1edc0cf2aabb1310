import { inject, Injectable } from '@angular/core';
import type { Reason } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { QuotaWords } from '../quotas/quota-words';

/** A reason in words: what stands in the way, and more about it when there is more. */
export type SaidReason = { title: string; detail: string };

/** Says why something is refused, in the reader's language and the clock of the house. Needs the texts `booking`. */
@Injectable({ providedIn: 'root' })
export class ReasonTexts {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly quotas = inject(QuotaWords);

  /** `near`: the start that was asked for; an end on another day says its day. */
  say(reason: Reason, near?: string): SaidReason {
    const { code, by, until, limit = 0 } = reason;
    const room = this.space.named(reason.unit ?? reason.roomId ?? '')?.name ?? '';
    const time = until ? this.moment(until, reason.start ?? near) : '';
    const values = { room, time, limit, who: by?.organisation ?? '', duration: this.formats.duration(limit) };
    const say = (key: string) => this.texts.t(`booking.reason.${code}.${key}`, values);
    if (code === 'QUOTA_EXCEEDED') return { title: this.quotas.reason(reason), detail: '' };
    if (code === 'ROOM_TAKEN') return { title: say(this.takenForm(reason)), detail: by?.title ?? '' };
    if (code === 'BUFFER') return { title: say(until ? 'until' : 'plain'), detail: by?.title ?? '' };
    if (code === 'CLOSED') return { title: say(until ? 'until' : 'plain'), detail: '' };
    return { title: say('plain'), detail: '' };
  }

  /** One word under a refused date of a series. */
  word = ({ code }: Reason): string => this.texts.t(`booking.reason.${code}.word`);

  private takenForm({ by, unit, roomId, until }: Reason): string {
    const where = unit && unit !== roomId ? 'part' : 'room';
    return `${where}${by?.organisation ? 'By' : ''}${until ? 'Until' : ''}`;
  }

  private moment(until: string, near: string | undefined): string {
    const zone = this.space.zone();
    const clock = this.formats.time(until, zone);
    const day = this.formats.day(until, zone, 'long');
    const reference = near ?? until;
    return day === this.formats.day(reference, zone, 'long') ? clock : `${day}, ${clock}`;
  }
}
