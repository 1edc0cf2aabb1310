import { inject, Injectable } from '@angular/core';
import { addMinutes } from '@bota/shared/domain';
import { Formats, Texts } from '@bota/shared/ui';

type Prepared = { start: string; end: string; setUpMinutes?: number | undefined; tearDownMinutes?: number | undefined };

/** From when a room is set up for a booking, and until when it is cleared. Needs the texts `booking`. */
@Injectable({ providedIn: 'root' })
export class PreparingWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  /** `installation dès 9:30, rangement jusqu’à 11:15`; nothing when the booking takes its own time only. */
  say({ start, end, setUpMinutes = 0, tearDownMinutes = 0 }: Prepared, zone: string): string {
    const time = (at: Date) => ({ time: this.formats.time(at, zone) });
    return [
      setUpMinutes > 0 ? this.texts.t('booking.preparing.from', time(addMinutes(new Date(start), -setUpMinutes))) : '',
      tearDownMinutes > 0 ? this.texts.t('booking.preparing.until', time(addMinutes(new Date(end), tearDownMinutes))) : '',
    ]
      .filter(Boolean)
      .join(', ');
  }
}
