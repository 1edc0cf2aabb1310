import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { FindablePeople, TimeFindings, TimeFound, TimeWithout } from '@bota/booking/domain';
import { dateOf } from '@bota/shared/domain';
import { capital, Empty, Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { spanOf } from '../rooms/availability';
import { QuotaWords } from '../quotas/quota-words';
import { bookingLink } from '../rooms/booking-link';
import type { TimeWish } from './time-wish';

/** Times by day, each one press from its booking; when there are none, what to leave out. */
@Component({
  selector: 'b75-time-results',
  imports: [Empty, MatButton, MatIcon, RouterLink],
  templateUrl: './time-results.html',
  styleUrl: './time-results.scss',
})
export class TimeResults {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly quotas = inject(QuotaWords);
  readonly findings = input.required<TimeFindings>();
  readonly wish = input.required<TimeWish>();
  readonly people = input<FindablePeople['items']>([]);
  readonly mayBook = input(true);
  readonly look = output<Partial<TimeWish>>();

  protected readonly days = computed(() => {
    const days = new Map<string, TimeFound[]>();
    for (const found of this.findings().items) {
      const date = dateOf(new Date(found.start), this.space.zone());
      days.set(date, [...(days.get(date) ?? []), found]);
    }
    return [...days].map(([date, times]) => ({
      date,
      day: capital(this.formats.date(date, 'long')),
      times: times.map((one) => this.say(one)),
    }));
  });
  protected readonly summary = computed(() =>
    this.findings().items.length ? this.texts.count('rooms.time.found', this.findings().items.length) : this.texts.t('rooms.time.none'),
  );
  protected readonly advice = computed(() => this.findings().without.map((one) => ({ ...this.advise(one), one })));

  private say(found: TimeFound) {
    const range = this.formats.timeRange(found.start, found.end, this.space.zone());
    const isAny = this.wish().which === 'any';
    const rooms = found.roomIds.flatMap((id) => this.space.room(id) ?? []);
    const chosen = isAny ? rooms.slice(0, 1) : rooms;
    const others = isAny ? rooms.slice(1).map(({ name }) => name) : [];
    return {
      ...{ range, needsApproval: found.needsApproval, rooms: this.formats.list(chosen.map(({ name }) => name)) },
      price: found.terms?.priceCents ? this.formats.money(found.terms.priceCents) : '',
      beyond: found.beyond[0] ? this.quotas.reason(found.beyond[0]) : '',
      others: others.length ? this.texts.t('rooms.time.others', { rooms: this.formats.list(others) }) : '',
      link: bookingLink(this.space.ref(), this.space.zone(), chosen, spanOf(found), { attendees: this.wish().people }),
    };
  }

  private advise({ roomId, personId, times }: TimeWithout) {
    const name = roomId ? this.space.named(roomId)?.name : this.people().find(({ id }) => id === personId)?.displayName;
    return { text: this.texts.count('rooms.time.without', times, { name: name ?? '' }), name: name ?? '' };
  }

  /** Looks again with one less. */
  protected leaveOut({ roomId, personId }: TimeWithout): void {
    const slug = roomId && this.space.room(roomId)?.slug;
    const { rooms, with: people } = this.wish();
    this.look.emit(slug ? { rooms: rooms.filter((one) => one !== slug) } : { with: people.filter((id) => id !== personId) });
  }
}
