import { booleanAttribute, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { type Booking, isCounted, type Occurrence, type Scope, sentenceOf } from '@bota/booking/domain';
import { ResidentsStore } from '@bota/residents/web';
import { capital, Formats, OrgBadge, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { exclusionsResource } from '../bookings.client';
import { Session } from '@bota/people/web';
import { BookableOrganisations } from '../book/bookable-organisations';
import type { Awaited } from '../check-in/awaited';
import { CheckInAct } from '../check-in/check-in-act';
import { BookingState } from '../requests/booking-state';
import { minutely } from '../rooms/minutely';
import { BookingActs } from './booking-acts';
import { OccurrenceList } from './occurrence-list';
import { ParticipantList } from './participant-list';
import { PreparingWords } from './preparing-words';
import { presentDate } from './present-date';

/** A booking in full: what, who, when, where, how it repeats, its dates, and what the reader may do with it. */
@Component({
  selector: 'b75-booking-details',
  imports: [BookingState, CheckInAct, MatButton, MatIcon, OccurrenceList, OrgBadge, ParticipantList, RouterLink, Status],
  templateUrl: './booking-details.html',
  styleUrl: './booking-details.scss',
})
export class BookingDetails {
  private readonly acts = inject(BookingActs);
  private readonly bookable = inject(BookableOrganisations);
  private readonly residents = inject(ResidentsStore);
  private readonly formats = inject(Formats);
  private readonly preparingWords = inject(PreparingWords);
  protected readonly store = inject(SpaceStore);
  protected readonly texts = inject(Texts);
  readonly booking = input.required<Booking>();
  /** The date of a series that was opened. */
  readonly at = input<string>();
  /** All dates at once, on the page; else the next ones. */
  readonly isPage = input(false, { transform: booleanAttribute });
  readonly edited = output<Scope>();
  readonly cancelled = output();
  readonly checkedIn = output();
  /** Another one like it is wished for. */
  readonly again = output();
  protected readonly now = minutely();
  private readonly session = inject(Session);

  protected readonly isSeries = computed(() => this.booking().recurrence !== null);
  protected readonly occurrence = computed<Occurrence | null>(() => {
    const { occurrences } = this.booking();
    const asked = occurrences.find(({ id }) => id === this.at());
    return asked ?? (this.isSeries() ? null : (occurrences[0] ?? null));
  });
  protected readonly organisation = computed(() => this.residents.organisation(this.booking().organisationId));
  /** Of a series as a whole: its next date, or its last. */
  private readonly date = computed(() => this.occurrence() ?? presentDate(this.booking(), new Date()));
  private readonly shown = computed(() => this.date() ?? this.booking());
  protected readonly rooms = computed(() => this.shown().roomIds.flatMap((id) => this.store.named(id) ?? []));
  protected readonly when = computed(() => {
    const { start, end } = this.shown();
    const { zone } = this.booking();
    const which = this.occurrence() || !this.isSeries() ? null : new Date(end) > new Date() ? 'next' : 'last';
    return { which, day: capital(this.formats.day(start, zone, 'full')), time: this.formats.timeRange(start, end, zone) };
  });
  protected readonly zoneName = computed(() => this.formats.zone(this.booking().zone));
  /** Read only for a series that leaves some out. */
  private readonly exclusions = exclusionsResource(() => (this.excludes().length ? this.store.ref() : ''));
  private readonly excludes = computed(() => this.booking().recurrence?.excludes ?? []);
  private readonly calendars = computed(() => {
    const all = this.exclusions.hasValue() ? (this.exclusions.value()?.items ?? []) : [];
    return all.filter(({ id }) => this.excludes().includes(id));
  });
  protected readonly repeat = computed(() => {
    const { recurrence, zone } = this.booking();
    if (!recurrence) return '';
    const names = this.calendars().map(({ name }) => name);
    return capital(sentenceOf(recurrence.rrule, this.texts.language(), zone, names));
  });
  /** How the rooms stand, and from when until when they are taken for setting up and clearing. */
  protected readonly preparing = computed(() => {
    const { layout, setUpMinutes, tearDownMinutes, zone } = this.booking();
    const { start, end } = this.shown();
    const how = layout ? capital(this.texts.t(`spaces.layout.${layout}`)) : '';
    const around = this.preparingWords.say({ start, end, setUpMinutes, tearDownMinutes }, zone);
    return how || around ? { how, around: how ? around : capital(around) } : null;
  });
  protected readonly overridden = computed(() => {
    const { override } = this.booking();
    if (!override) return null;
    const rules = this.formats.list(override.codes.map((code) => this.texts.t(`booking.reason.${code}.word`)));
    return { reason: override.reason, rules };
  });
  /** Cancelled in time, it costs nothing. */
  protected readonly price = computed(() => {
    const date = this.date();
    if (!date?.priceCents || !isCounted(date)) return '';
    const { priceCents, status } = date;
    const key = status === 'cancelled' ? 'late' : status === 'requested' ? 'ifConfirmed' : this.isSeries() ? 'perDate' : '';
    const price = this.formats.money(priceCents);
    return key ? this.texts.t(`booking.price.${key}`, { price }) : price;
  });
  protected readonly isCancelledLate = computed(() => this.occurrence()?.cancelledLate ?? false);
  /** The date looked at, or the next one of a series, as it stands at the door. */
  protected readonly awaited = computed<Awaited | null>(() => {
    const date = this.date();
    const { id: bookingId, title } = this.booking();
    return date && { ...date, bookingId, occurrenceId: date.id, title: date.title ?? title };
  });
  protected readonly isMine = computed(() => {
    const { organisationId } = this.booking();
    return this.session.me()?.memberships.some((one) => one.organisation.id === organisationId) ?? false;
  });
  protected readonly isInClosure = computed(() => this.date()?.flags.includes('closed') ?? false);
  protected readonly isCancelled = computed(() => this.booking().status === 'cancelled' || this.occurrence()?.status === 'cancelled');
  /** Nobody changes it any more; its standing says why. */
  protected readonly isRefused = computed(() => ['declined', 'expired'].includes(this.booking().status));
  protected readonly isOver = computed(() => this.booking().occurrences.every(({ end }) => new Date(end) <= new Date()));
  /** A series without one of its dates in view: what is done to it is done to all. */
  protected readonly isWhole = computed(() => this.isSeries() && !this.occurrence());
  protected readonly mayEdit = computed(() => this.booking().may.edit);
  protected readonly mayCancel = computed(() => this.booking().may.cancel);
  /** In the name in which it is. */
  protected readonly mayBookAgain = computed(
    () => this.bookable.mayBook() && this.bookable.organisations().some(({ id }) => id === this.booking().organisationId),
  );
  /** Which half of a series that was changed from a date on this is not. */
  protected readonly halves = computed(() =>
    [
      { key: 'follows', id: this.booking().followsId },
      { key: 'followedBy', id: this.booking().followedById },
    ].filter(({ id }) => id !== null),
  );

  protected async edit(): Promise<void> {
    const scope = await this.scopeFor('edit');
    if (scope) this.edited.emit(scope);
  }

  protected async cancel(): Promise<void> {
    const scope = await this.scopeFor('cancel');
    if (scope && (await this.acts.cancel(this.booking(), scope, this.occurrence()))) this.cancelled.emit();
  }

  /** At a date of a series that may change there is a choice; without one all is meant. */
  private async scopeFor(act: 'edit' | 'cancel'): Promise<Scope | null> {
    const date = this.occurrence();
    if (!this.isSeries() || !date?.may[act]) return 'all';
    return this.acts.scopeFor(act, this.acts.scopesAt(this.booking(), date));
  }
}
