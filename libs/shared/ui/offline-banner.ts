import { Component, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Connection } from './connection';
import { Formats } from './formats';
import { Texts } from './texts';

/** Says that what is shown is the last that was known, and from when. Stands once in the frame. */
@Component({
  selector: 'ui-offline-banner',
  imports: [MatIcon],
  host: { role: 'status' },
  template: `@if (connection.isOffline()) {
    <p><mat-icon svgIcon="cloud_off" />{{ words() }}</p>
  }`,
  styles: `
    p {
      display: flex;
      gap: 8px;
      align-items: center;
      padding: 8px 16px;
      margin-bottom: 16px;
      border-radius: 8px;
      background: var(--mat-sys-inverse-surface);
      color: var(--mat-sys-inverse-on-surface);
    }
  `,
})
export class OfflineBanner {
  protected readonly connection = inject(Connection);
  private readonly formats = inject(Formats);
  private readonly texts = inject(Texts);

  /** The reader's own clock: it is about their device, not about the house. */
  protected words(): string {
    const at = this.connection.lastAnswer();
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    return at ? this.texts.t('ui.offline.since', { time: this.formats.time(at, zone) }) : this.texts.t('ui.offline.now');
  }
}
