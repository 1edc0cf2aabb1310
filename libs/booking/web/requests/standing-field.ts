import { Component, computed, inject, input, model, signal } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { Preview } from '@bota/booking/domain';
import { addMinutes, wallOf } from '@bota/shared/domain';
import { FIELDS, Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

const CHOICES = [4, 24, 48, 7 * 24, 14 * 24];
const HOUR_MS = 3_600_000;
/** What was offered some moments ago is still as long as it was. */
const MOMENTS_MS = 120_000;

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

  private readonly latest = computed(() => {
    const until = this.preview()?.holdUntil;
    return until ? new Date(until) : null;
  });
  protected readonly hours = computed(() => {
    const latest = this.latest();
    const most = latest ? Math.floor((latest.getTime() + MOMENTS_MS - Date.now()) / HOUR_MS) : 0;
    const choices = CHOICES.filter((hours) => hours <= most);
    return choices.length || most < 1 ? choices : [most];
  });

  /** Said as a moment at once: the same request again, after a lost answer, is then the same. Never beyond what is offered. */
  protected choose(hours: string): void {
    this.chosen.set(hours ? Number(hours) : null);
    const [until, latest] = [addMinutes(new Date(), Number(hours) * 60), this.latest()];
    this.value.set(hours ? wallOf(latest && latest < until ? latest : until, this.space.zone()) : null);
  }

  protected duration = (hours: number): string =>
    hours < 48 ? this.formats.duration(hours * 60) : this.texts.count('booking.book.days', hours / 24);
}
