import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { Booking } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Requests } from './requests.client';

const ICONS = { requested: 'hourglass_top', held: 'hourglass_top', declined: 'cancel', expired: 'event_busy' } as const;
type Pending = keyof typeof ICONS;
const isPending = (status: Booking['status']): status is Pending => status in ICONS;

/** Of a booking that is not confirmed, or never was: where it stands, what was said, and what is to be done. */
@Component({
  selector: 'b75-booking-state',
  imports: [MatButton, MatIcon, Refusal, RouterLink],
  providers: [Acts],
  template: `@if (state(); as state) {
    <div class="note" [class.warn]="state.isOpen">
      <mat-icon [svgIcon]="state.icon" />
      <div>
        <b>{{ state.heading }}</b>
        <span>{{ state.text }}</span>
        @if (booking().decisionNote; as note) {
          <span>{{ texts.t('booking.standing.note', { note }) }}</span>
        }
      </div>
    </div>
    <b75-refusal [refusal]="acts.refusal()" />
    @if (booking().may.confirm) {
      <button matButton="filled" type="button" [disabled]="acts.isBusy()" disabledInteractive (click)="confirm()">
        {{ texts.t('booking.standing.confirm') }}
      </button>
    }
    @if (booking().may.decide) {
      <a matButton="filled" [routerLink]="['/', space.ref(), 'house', 'requests']" [fragment]="booking().id">{{
        texts.t('booking.standing.decide')
      }}</a>
    }
  }`,
  styles: `
    :host {
      display: grid;
      gap: 12px;
      justify-items: start;
    }
    :host:empty {
      display: none;
    }
    .note {
      width: 100%;
      max-width: 760px;
    }
    .note :is(b, span) {
      display: block;
    }
    b75-refusal {
      display: contents;
    }
  `,
})
export class BookingState {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly acts = inject(Acts);
  private readonly formats = inject(Formats);
  private readonly requests = inject(Requests);
  readonly booking = input.required<Booking>();
  readonly confirmed = output<Booking>();

  protected readonly state = computed(() => {
    const { status, expiresAt } = this.booking();
    if (!isPending(status)) return null;
    const zone = this.space.zone();
    const until = expiresAt ? `${this.formats.day(expiresAt, zone, 'long')}, ${this.formats.time(expiresAt, zone)}` : '';
    return {
      icon: ICONS[status],
      isOpen: status === 'requested' || status === 'held',
      heading: this.texts.t(`booking.standing.${status}.heading`, { until }),
      text: this.texts.t(`booking.standing.${status}.text`),
    };
  });

  protected async confirm(): Promise<void> {
    await this.acts.attempt(
      async () => {
        const booking = await this.requests.confirm(this.booking());
        this.confirmed.emit(booking);
        return booking;
      },
      ({ status, title }) => this.texts.t(status === 'requested' ? 'booking.asked' : 'booking.standing.done', { title }),
    );
  }
}
