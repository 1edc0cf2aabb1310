import { Component, computed, inject, input, model, signal } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { Preview } from '@bota/booking/domain';
import { addMinutes, wallOf } from '@bota/shared/domain';
import { FIELDS, Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

const CHOICES = [4, 24, 48, 7 * 24, 14 * 24];

/** What a wish would become: asked of the coordination, or kept undecided for some hours where the rooms may be. */
@Component({
  selector: 'b75-standing-field',
  imports: [MatFormFieldModule, MatIcon, MatInput],
  providers: [FIELDS],
  template: `@if (preview()?.needsApproval) {
      <div class="note"><mat-icon svgIcon="hourglass_top" />{{ texts.t('booking.book.needsApproval') }}</div>
    }
    @if (hours().length) {
      <div class="field">
        <label for="hold">{{ texts.t('booking.book.hold') }}</label>
        <mat-form-field>
          <select matNativeControl #hold id="hold" (change)="choose(hold.value)">
            <option value="" [selected]="value() === null">{{ texts.t('booking.book.noHold') }}</option>
            @for (one of hours(); track one) {
              <option [value]="one" [selected]="value() !== null && one === chosen()">
                {{ texts.t('booking.book.holdFor', { duration: duration(one) }) }}
              </option>
            }
          </select>
        </mat-form-field>
      </div>
    }`,
  styles: `
    :host {
      display: grid;
      gap: 16px;
    }
    :host:empty {
      display: none;
    }
  `,
})
export class StandingField {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  readonly preview = input<Preview>();
  /** Wall time until which it is to be kept; null = it is booked. */
  readonly value = model<string | null>(null);
  protected readonly chosen = signal<number | null>(null);

  protected readonly hours = computed(() => {
    const latest = this.preview()?.holdUntil;
    const left = latest ? (Date.parse(latest) - Date.now()) / 3_600_000 : 0;
    return CHOICES.filter((hours) => hours <= left);
  });

  /** Said as a moment at once: the same request again, after a lost answer, is then the same. */
  protected choose(hours: string): void {
    this.chosen.set(hours ? Number(hours) : null);
    this.value.set(hours ? wallOf(addMinutes(new Date(), Number(hours) * 60), this.space.zone()) : null);
  }

  protected duration = (hours: number): string =>
    hours < 48 ? this.formats.duration(hours * 60) : this.texts.count('booking.book.days', hours / 24);
}
