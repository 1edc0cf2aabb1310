import { Clipboard } from '@angular/cdk/clipboard';
import { Component, computed, DOCUMENT, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { FIELDS, Notices, Texts } from '@bota/shared/ui';

let count = 0;

/** The address of a calendar: to copy into another one, or to open there at once. */
@Component({
  selector: 'b75-feed-link',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatInput],
  providers: [FIELDS],
  template: `<div class="field">
      <label [for]="id">{{ label() }}</label>
      <mat-form-field>
        <input matInput #box [id]="id" readonly spellcheck="false" [value]="address()" (focus)="box.select()" />
      </mat-form-field>
    </div>
    <div class="acts">
      <button matButton="tonal" type="button" (click)="copy(box)"><mat-icon svgIcon="link" />{{ texts.t('calendars.copy') }}</button>
      <a matButton [href]="webcal()"><mat-icon svgIcon="calendar_month" />{{ texts.t('calendars.open') }}</a>
    </div>`,
  styles: `
    :host {
      display: grid;
      gap: 8px;
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
    input {
      text-overflow: ellipsis;
    }
  `,
})
export class FeedLink {
  protected readonly texts = inject(Texts);
  private readonly clipboard = inject(Clipboard);
  private readonly notices = inject(Notices);
  private readonly origin = inject(DOCUMENT).location.origin;
  readonly label = input.required<string>();
  /** Below the address of the house. */
  readonly path = input.required<string>();
  protected readonly id = `feed-link-${(count += 1)}`;

  protected readonly address = computed(() => `${this.origin}${this.path()}`);
  /** What calendars on this device listen to. */
  protected readonly webcal = computed(() => this.address().replace(/^https?:/, 'webcal:'));

  /** Where the browser does not let us, the text is selected, ready to be copied by hand. */
  protected copy(box: HTMLInputElement): void {
    const isCopied = this.clipboard.copy(this.address());
    if (!isCopied) box.focus();
    this.notices.say(this.texts.t(isCopied ? 'calendars.copied' : 'calendars.copyByHand'));
  }
}
