import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { WaitlistEntry } from '@bota/booking/domain';
import { capital, Formats, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ReasonTexts } from '../booking/reason-texts';

/** One who waits: for what, who comes before, and why it was passed over when the rooms were free. */
@Component({
  selector: 'b75-waiting-row',
  imports: [MatButton, RouterLink, Status],
  template: `<div class="lead time">
      {{ formats.day(entry().start, space.zone(), 'short') }}
      <small>{{ formats.timeRange(entry().start, entry().end, space.zone()) }}</small>
    </div>
    <div class="body">
      <div class="t">{{ entry().title }}</div>
      <div class="s">
        <span>{{ rooms() }}</span>
        @if (names()) {
          <span>{{ texts.t('booking.waitlist.who', { name: entry().person, organisation: entry().organisation }) }}</span>
        }
        @if (entry().offer; as offer) {
          <ui-status icon="event_available" tone="ok">{{ texts.t('booking.waitlist.offered', { until: moment(offer.until) }) }}</ui-status>
        } @else if (entry().ahead) {
          <span>{{ texts.count('booking.waitlist.ahead', entry().ahead) }}</span>
        } @else {
          <ui-status icon="hourglass_top">{{ texts.t('booking.waitlist.first') }}</ui-status>
        }
      </div>
      @if (passed()) {
        <p class="sm">{{ texts.t('booking.waitlist.passed', { reasons: passed() }) }}</p>
      }
    </div>
    <div class="end">
      @if (entry().offer; as offer) {
        @if (names()) {
          <a matButton [routerLink]="['/', space.ref(), 'bookings', offer.bookingId]">{{ texts.t('booking.waitlist.see') }}</a>
        } @else {
          <a matButton="filled" [routerLink]="['/', space.ref(), 'bookings', offer.bookingId]">{{ texts.t('booking.waitlist.answer') }}</a>
        }
      } @else {
        <button matButton type="button" [attr.aria-label]="label()" [disabled]="isBusy()" disabledInteractive (click)="left.emit()">
          {{ texts.t('booking.waitlist.' + act()) }}
        </button>
      }
    </div>`,
  host: { class: 'row' },
  styles: `
    .body p {
      margin-top: 4px;
      color: var(--mat-sys-error);
    }
  `,
})
export class WaitingRow {
  protected readonly texts = inject(Texts);
  protected readonly formats = inject(Formats);
  protected readonly space = inject(SpaceStore);
  private readonly reasons = inject(ReasonTexts);
  readonly entry = input.required<WaitlistEntry>();
  /** Says who waits: it is not only oneself. */
  readonly names = input(false);
  readonly isBusy = input(false);
  readonly left = output();

  protected readonly rooms = computed(() => this.formats.list(this.entry().roomIds.flatMap((id) => this.space.named(id)?.name ?? [])));
  protected readonly act = computed(() => (this.names() ? 'take' : 'leave'));
  protected readonly label = computed(() => this.texts.t(`booking.waitlist.${this.act()}Named`, { title: this.entry().title }));
  protected moment(instant: string): string {
    const zone = this.space.zone();
    return `${this.formats.day(instant, zone, 'long')}, ${this.formats.time(instant, zone)}`;
  }

  protected readonly passed = computed(() =>
    capital(this.formats.list(this.entry().reasons.map((reason) => this.reasons.say(reason, this.entry().start).title))),
  );
}
