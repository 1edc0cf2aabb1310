import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Booking, isCounted, type Occurrence } from '@bota/booking/domain';
import { dateOf } from '@bota/shared/domain';
import { Formats, type IconName, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ReasonTexts } from './reason-texts';

const FEW = 5;
const MANY = 20;
const yearOf = (instant: string | Date, zone: string) => dateOf(new Date(instant), zone).slice(0, 4);
const LOOKS: Record<Occurrence['status'], { icon: IconName; tone: 'plain' | 'ok' | 'bad' }> = {
  confirmed: { icon: 'check', tone: 'ok' },
  checked_in: { icon: 'how_to_reg', tone: 'ok' },
  done: { icon: 'how_to_reg', tone: 'plain' },
  no_show: { icon: 'person_off', tone: 'bad' },
  cancelled: { icon: 'cancel', tone: 'bad' },
  skipped: { icon: 'event_busy', tone: 'plain' },
  requested: { icon: 'hourglass_top', tone: 'plain' },
  declined: { icon: 'cancel', tone: 'bad' },
};

/** The dates of a series with their state, those to come first, past ones folded; a skipped one says why. */
@Component({
  selector: 'b75-occurrence-list',
  imports: [MatButton, NgTemplateOutlet, Status],
  template: `<h3>{{ texts.t('booking.details.dates') }}</h3>
    <ng-template #dates let-rows>
      <ul>
        @for (one of rows; track one.id) {
          <li [class.past]="one.isPast" [attr.aria-current]="one.id === at() ? 'date' : null">
            <div>
              <b>{{ one.day }}</b> <span class="mut">{{ one.detail }}</span>
              @for (why of one.why; track why) {
                <p class="mut sm">{{ why }}</p>
              }
            </div>
            <ui-status [icon]="one.icon" [tone]="one.tone">{{ one.word }}</ui-status>
          </li>
        }
      </ul>
    </ng-template>
    <ng-container [ngTemplateOutlet]="dates" [ngTemplateOutletContext]="{ $implicit: shown() }" />
    @if (shows() === 'all' && folded(); as n) {
      <button matButton type="button" (click)="showsAll.set(true)">{{ texts.count('booking.details.show', n) }}</button>
    }
    @if (past().length) {
      <details [open]="showsPast()">
        <summary>{{ texts.count('booking.details.past', past().length) }}</summary>
        <ng-container [ngTemplateOutlet]="dates" [ngTemplateOutletContext]="{ $implicit: past() }" />
      </details>
    }`,
  styles: `
    h3 {
      margin-bottom: 4px;
    }
    li {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: space-between;
      padding: 8px 0;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    b {
      margin-right: 4px;
    }
    b + span {
      display: inline-block;
    }
    summary {
      padding: 12px 0;
      border-top: 1px solid var(--mat-sys-outline-variant);
      font: var(--mat-sys-label-large);
      color: var(--mat-sys-primary);
      cursor: pointer;
    }
    .past b {
      font-weight: 400;
      color: var(--mat-sys-on-surface-variant);
    }
    li[aria-current] b {
      color: var(--mat-sys-primary);
    }
  `,
})
export class OccurrenceList {
  private readonly formats = inject(Formats);
  private readonly reasonTexts = inject(ReasonTexts);
  private readonly store = inject(SpaceStore);
  protected readonly texts = inject(Texts);
  readonly booking = input.required<Booking>();
  readonly at = input<string>();
  readonly shows = input<'all' | 'coming'>('coming');

  private readonly rows = computed(() => this.booking().occurrences.map((one) => this.row(one)));
  private readonly coming = computed(() => this.rows().filter(({ isPast }) => !isPast));
  /** All of many dates are asked for, or one of the later ones is looked at. */
  protected readonly showsAll = linkedSignal(() => this.coming().findIndex(({ id }) => id === this.at()) >= MANY);
  protected readonly shown = computed(() => {
    if (this.shows() === 'coming') return this.coming().slice(0, FEW);
    return this.showsAll() || this.coming().length <= MANY + FEW ? this.coming() : this.coming().slice(0, MANY);
  });
  protected readonly folded = computed(() => this.coming().length - this.shown().length);
  protected readonly past = computed(() => (this.shows() === 'all' ? this.rows().filter(({ isPast }) => isPast) : []));
  /** Folded, unless the date looked at is one of them, or all are. */
  protected readonly showsPast = computed(() => !this.coming().length || this.past().some(({ id }) => id === this.at()));

  private row(one: Occurrence) {
    const { zone, roomIds } = this.booking();
    const isElsewhere = one.roomIds.join() !== roomIds.join();
    const rooms = isElsewhere ? `, ${this.formats.list(one.roomIds.flatMap((id) => this.store.room(id)?.name ?? []))}` : '';
    const title = one.title && one.title !== this.booking().title ? `, ${one.title}` : '';
    const price = one.priceCents && isCounted(one) ? `, ${this.formats.money(one.priceCents)}` : '';
    return {
      id: one.id,
      isPast: new Date(one.end) <= new Date(),
      day: this.formats.day(one.start, zone, yearOf(one.start, zone) === yearOf(new Date(), zone) ? 'long' : 'full'),
      detail: `${this.formats.timeRange(one.start, one.end, zone)}${rooms}${title}${price}`,
      why: one.status === 'skipped' ? this.whySkipped(one) : [],
      ...this.lookOf(one),
    };
  }

  private whySkipped(one: Occurrence): string[] {
    const why = one.reasons.map((reason) => this.reasonTexts.say({ ...reason, start: one.start }).title);
    const waits = this.booking().retrySkipped && one.start > new Date().toISOString();
    return waits ? [...why, this.texts.t('booking.details.waits')] : why;
  }

  private lookOf({ status, flags, cancelledLate }: Occurrence): { word: string; icon: IconName; tone: 'plain' | 'ok' | 'bad' | 'warn' } {
    if (flags.includes('closed')) return { word: this.texts.t('booking.status.inClosure'), icon: 'event_busy', tone: 'warn' };
    return { word: this.texts.t(`booking.status.${cancelledLate ? 'cancelledLate' : status}`), ...LOOKS[status] };
  }
}
