import { Component, computed, debounced, effect, inject, linkedSignal, output, signal, untracked } from '@angular/core';
import { form, FormField, maxLength, min, validate } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { MatRadioModule } from '@angular/material/radio';
import { MatSelectModule } from '@angular/material/select';
import { type Booking, isOffered, mayWait, offerEnd, type Preview, type Verdict, Visibility } from '@bota/booking/domain';
import { dateOf, readTime, wallOf, type Alternative, type Problem, type ReasonCode } from '@bota/shared/domain';
import {
  answerOf,
  DayField,
  ErrorSummary,
  FIELDS,
  type FieldError,
  Notices,
  ProblemTexts,
  provideDays,
  problemOf,
  Texts,
} from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { WaitOffer } from '../waitlist/wait-offer';
import { Waitlist } from '../waitlist/waitlist.client';
import { Bookings, exclusionsResource, previewResource } from '../bookings.client';
import { type BookForm, type FormError, formErrors, movedEnd, startOf, toDraft, toEdit, toPreview } from './book-form';
import { BookableOrganisations } from './bookable-organisations';
import { laterClock, readClock } from './clock';
import { DateChips } from './date-chips';
import { Desk } from './desk';
import { Elsewhere } from './elsewhere';
import { OtherRooms } from './other-rooms';
import { OverrideField } from './override-field';
import { ParticipantsField } from './participants-field';
import { PreparingField } from './preparing-field';
import { StandingField } from '../requests/standing-field';
import { QuotaNote } from '../quotas/quota-note';
import { PriceNote } from './price-note';
import { refusedFields } from './refused-fields';
import { RepeatField } from './repeat-field';
import { VerdictBox } from './verdict';
import { overridable, verdictOf, type VerdictView } from './verdict-view';
import { WhereSummary } from './where-summary';

const TYPING_MS = 250;
const STEP_MINUTES = 15;
const NOT_NEEDED = 'booking/substitute-not-needed';
type Refusal = { problem: Problem | null; error: unknown; of: string };

/** Books, or changes a booking: the form, and while it is typed whether it is free. */
@Component({
  selector: 'b75-booking-panel',
  imports: [
    DateChips,
    DayField,
    Elsewhere,
    ErrorSummary,
    FormField,
    MatButton,
    MatCheckbox,
    MatFormFieldModule,
    MatIcon,
    MatIconButton,
    MatInput,
    MatRadioModule,
    MatSelectModule,
    OtherRooms,
    OverrideField,
    ParticipantsField,
    PreparingField,
    PriceNote,
    QuotaNote,
    RepeatField,
    StandingField,
    VerdictBox,
    WaitOffer,
    WhereSummary,
  ],
  providers: [FIELDS, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './booking-panel.html',
  styleUrl: './booking-panel.scss',
})
export class BookingPanel {
  protected readonly desk = inject(Desk);
  protected readonly store = inject(SpaceStore);
  protected readonly bookable = inject(BookableOrganisations);
  protected readonly texts = inject(Texts);
  private readonly problems = inject(ProblemTexts);
  private readonly bookings = inject(Bookings);
  private readonly waitlist = inject(Waitlist);
  private readonly notices = inject(Notices);
  readonly saved = output<{ booking: Booking; wasEdit: boolean }>();
  readonly closed = output();

  protected readonly visibilities = Visibility.options;
  protected readonly wasSent = signal(false);
  protected readonly isSaving = signal(false);
  protected readonly refusal = signal<Refusal | null>(null);
  /** The booking as somebody else left it meanwhile. */
  protected readonly elsewhere = signal<Booking | null>(null);
  private placed: string | null = null;
  private readonly hasOtherDay = computed(() => this.desk.form().endDate !== this.desk.form().date);
  protected readonly endsOtherDay = linkedSignal(this.hasOtherDay);

  protected readonly fields = form(this.desk.form, (path) => {
    const wrong = (field: FormError['field']) => () => {
      const message = this.wrong()[field];
      return message ? { kind: field, message } : undefined;
    };
    maxLength(path.title, 120);
    maxLength(path.description, 4000);
    min(path.attendees, 1);
    validate(path.title, wrong('title'));
    validate(path.roomIds, wrong('rooms'));
    validate(path.organisationId, wrong('organisation'));
    validate(path.from, wrong('from'));
    validate(path.to, wrong('to'));
    validate(path.attendees, wrong('attendees'));
  });
  private readonly formErrors = computed(() => formErrors(this.desk.form()));
  /** Shown once somebody tried to save. */
  protected readonly wrong = computed<Partial<Record<FormError['field'], string>>>(() =>
    this.wasSent() ? Object.fromEntries(this.formErrors().map(({ field, code }) => [field, this.texts.t(`booking.form.${code}`)])) : {},
  );
  protected readonly errors = signal<readonly FieldError[]>([]);
  /** Its dates are judged one by one, by the preview. */
  private readonly isSeries = computed(() => this.desk.form().repeat.every !== 'none');
  protected readonly isThisOnly = computed(() => this.desk.editing()?.scope === 'this');
  protected readonly heading = computed(() => {
    const editing = this.desk.editing();
    const scope = editing && { this: 'titleThis', following: 'titleFollowing', all: 'titleEdit' }[editing.scope];
    return this.texts.t(`booking.book.${scope ?? 'title'}`);
  });

  protected readonly chosenRooms = computed(() => this.desk.form().roomIds.flatMap((id) => this.store.room(id) ?? []));
  /** A layout is asked for only of rooms that offer it, also while they are still unknown. */
  private readonly wish = computed<BookForm>(() => {
    const form = this.desk.form();
    return form.layout && !isOffered(this.chosenRooms(), form.layout) ? { ...form, layout: '' } : form;
  });
  private readonly question = computed(() => toPreview(this.wish(), this.store.zone(), this.desk.editing()));
  private readonly asked = debounced(() => JSON.stringify(this.question() ?? null), TYPING_MS);
  private readonly preview = previewResource(this.store.ref, () => {
    const asked = this.asked.hasValue() ? this.asked.value() : 'null';
    return asked === 'null' ? undefined : JSON.parse(asked);
  });
  private readonly exclusions = exclusionsResource(this.store.ref);
  protected readonly calendars = computed(() => (this.exclusions.hasValue() ? (this.exclusions.value()?.items ?? []) : []));
  protected readonly leftOut = computed(() => {
    const dates = this.preview.hasValue() ? this.preview.value().leftOut : [];
    return dates.map(({ start, calendarId }) => ({ start, calendar: this.calendars().find(({ id }) => id === calendarId) }));
  });
  protected readonly start = computed(() => {
    const start = startOf(this.desk.form());
    return start ? readTime(start, this.store.zone()).instant.toISOString() : undefined;
  });
  protected readonly verdict = computed<VerdictView>(() => this.judge());
  /** When the wish is: while that stays, its dates stay in sight, judged as they were until they are judged anew. */
  private readonly when = computed(() => {
    const { start, end, recurrence } = this.question() ?? {};
    return JSON.stringify([start, end, recurrence]);
  });
  protected readonly dates = linkedSignal<{ view: VerdictView; of: string }, readonly Verdict[]>({
    source: () => ({ view: this.verdict(), of: this.when() }),
    computation: ({ view, of }, before) => {
      if (view.is === 'checking' && before?.source.of === of) return before.value;
      return 'dates' in view && view.dates.length > 1 ? view.dates : [];
    },
  });
  protected readonly hasRefusedDates = computed(() => this.dates().some(({ verdict }) => verdict === 'refused'));
  /** The repetition starts from the last date that could be read. */
  protected readonly firstDate = linkedSignal<string, string>({
    source: () => this.desk.form().date,
    computation: (date, before) => date || (before?.value ?? dateOf(new Date(), this.store.zone())),
  });
  private readonly mayOverride = computed(() => this.store.space.hasValue() && this.store.space.value().may.configure);
  private readonly inTheWay = computed(() => (this.mayOverride() ? overridable(this.verdict()) : []));
  /** The rules in the way, also once a reason set them aside. */
  protected readonly overridden = linkedSignal<readonly ReasonCode[], readonly ReasonCode[]>({
    source: this.inTheWay,
    computation: (codes, before) => (codes.length || this.desk.form().overrideReason === null ? codes : (before?.value ?? [])),
  });
  protected readonly showsOverride = computed(
    () => this.mayOverride() && (this.inTheWay().length > 0 || this.desk.form().overrideReason !== null),
  );
  /** What it would cost and use; said on while it is judged anew. */
  protected readonly previewed = linkedSignal<Preview | 'asked' | undefined, Preview | undefined>({
    source: () => (this.preview.hasValue() ? this.preview.value() : this.preview.isLoading() ? 'asked' : undefined),
    computation: (now, before) => (now === 'asked' ? before?.value : now),
  });
  /** What it would become; an edit stays what it is. */
  protected readonly standing = computed(() => (this.desk.editing() ? undefined : this.previewed()));
  protected readonly saveLabel = computed(() => {
    if (this.desk.editing()) return 'saveEdit';
    if (this.desk.form().holdUntil) return 'keep';
    return this.standing()?.needsApproval ? 'ask' : 'save';
  });
  protected readonly isRefused = computed(() => ['refused', 'unreadable'].includes(this.verdict().is));

  /** Others are the only reason against it, and it is far enough ahead to be offered to somebody still. */
  protected readonly mayWait = computed(() => {
    const [view, start] = [this.verdict(), this.start()];
    if (view.is !== 'refused' || this.desk.editing() || this.isSeries() || !mayWait(view.reasons)) return false;
    return !!start && offerEnd(new Date(start), new Date()) !== null;
  });

  constructor() {
    effect(() => {
      const { is } = this.verdict();
      this.desk.isRefused.set(
        is === 'checking' ? untracked(this.desk.isRefused) : is === 'refused' ? true : is === 'free' || is === 'partly' ? false : null,
      );
    });
    effect(() => {
      const usual = this.bookable.usual();
      if (usual && !this.desk.form().organisationId) this.set({ organisationId: usual.id });
    });
    // Other rooms are chosen for dates of a series that its own rooms refuse, as these stand.
    effect(() => {
      const { substitutes } = this.desk.form();
      const view = this.verdict();
      const refused = 'dates' in view ? view.dates.filter(({ elsewhere }) => elsewhere).map(({ date }) => date) : null;
      const left = substitutes.filter(({ date }) => !refused || refused.includes(date));
      if (left.length < substitutes.length) this.set({ substitutes: left });
    });
    effect(() => {
      const place = [...this.desk.form().roomIds, this.desk.form().layout].join();
      untracked(() => {
        if (this.placed !== null && this.placed !== place && this.desk.form().substitutes.length) this.set({ substitutes: [] });
        this.placed = place;
      });
    });
    // A layout goes with the rooms that offer it.
    effect(() => {
      const { layout, roomIds } = this.desk.form();
      const rooms = this.chosenRooms();
      if (layout && rooms.length && rooms.length === roomIds.length && !isOffered(rooms, layout)) this.set({ layout: '' });
    });
  }

  protected set(part: Partial<BookForm>): void {
    this.desk.form.update((value) => ({ ...value, ...part }));
  }

  /** A new first date takes the end along. */
  protected moveDate(date: string): void {
    const { date: before, endDate } = this.desk.form();
    this.set({ date, endDate: movedEnd(before, endDate, date) });
  }

  /** Writes a clock time as `09:30`, whatever way it was typed; a start moved past the end takes it along. */
  protected tidy(field: 'from' | 'to'): void {
    const clock = readClock(this.desk.form()[field]);
    if (clock) this.set({ [field]: clock });
  }

  protected nudge(event: Event, field: 'from' | 'to', steps: 1 | -1): void {
    const clock = readClock(this.desk.form()[field]);
    if (!clock) return;
    event.preventDefault();
    this.set({ [field]: laterClock(clock, steps * STEP_MINUTES) });
  }

  protected sameDay(): void {
    this.endsOtherDay.set(false);
    this.set({ endDate: this.desk.form().date });
  }

  protected choose({ roomIds, start, end }: Alternative): void {
    const zone = this.store.zone();
    this.desk.place({ roomIds, start: wallOf(new Date(start), zone), end: wallOf(new Date(end), zone) });
  }

  protected close(): void {
    this.desk.drop();
    this.closed.emit();
  }

  protected async save(): Promise<void> {
    if (!this.isComplete() || this.isSaving()) return;
    const of = JSON.stringify(this.question());
    this.isSaving.set(true);
    try {
      const wasEdit = !!this.desk.editing();
      const booking = await this.write();
      this.desk.drop();
      this.saved.emit({ booking, wasEdit });
    } catch (error) {
      this.refuse(error, of);
    } finally {
      this.isSaving.set(false);
    }
  }

  /** Waits for it instead: nothing is booked yet. */
  protected async wait(): Promise<void> {
    if (!this.isComplete() || this.isSaving()) return;
    this.isSaving.set(true);
    try {
      const { title } = await this.waitlist.join(toDraft(this.wish(), this.store.zone()));
      this.notices.say(this.texts.t('booking.waitlist.joined', { title }));
      this.close();
    } catch (error) {
      this.say(error);
    } finally {
      this.isSaving.set(false);
    }
  }

  /** Says what lacks, once somebody tried to go on. */
  private isComplete(): boolean {
    this.wasSent.set(true);
    this.errors.set(this.formErrors().map(({ field }) => ({ field, message: this.wrong()[field] ?? '' })));
    return this.errors().length === 0;
  }

  private write(): Promise<Booking> {
    const [value, zone, space] = [this.wish(), this.store.zone(), this.store.ref()];
    const editing = this.desk.editing();
    if (!editing) return this.bookings.create(space, toDraft(value, zone), this.desk.key());
    return this.bookings.edit(space, { id: editing.bookingId, version: editing.version }, toEdit(value, zone, editing));
  }

  private refuse(error: unknown, of: string): void {
    const problem = problemOf(error);
    this.refusal.set({ problem, error, of });
    if (answerOf(error)?.status === 412) this.readAgain().catch((failed: unknown) => this.say(failed));
    else if (problem?.code === NOT_NEEDED) {
      this.errors.set([{ field: null, message: this.problems.explain(error).title }]);
      this.preview.reload();
    } else if (!problem?.reasons?.length) this.say(error);
    else if (this.isSeries()) {
      this.say(error);
      this.preview.reload();
    }
  }

  private say(error: unknown): void {
    const { title, text } = this.problems.explain(error);
    const fields = refusedFields(problemOf(error)?.errors, this.texts.t);
    this.errors.set([{ field: null, message: [title, text].filter(Boolean).join('. ') }, ...fields]);
  }

  /** What was typed stays; saving again is then based on what somebody else wrote. */
  private async readAgain(): Promise<void> {
    const editing = this.desk.editing();
    if (!editing) return;
    const current = await this.bookings.one(this.store.ref(), editing.bookingId);
    this.elsewhere.set(current);
    this.desk.editing.set({ ...editing, version: current.version });
  }

  private judge(): VerdictView {
    const question = JSON.stringify(this.question() ?? null);
    const refusal = this.refusal();
    if (!this.isSeries() && refusal?.of === question && refusal.problem?.reasons?.length) {
      return { is: 'refused', reasons: refusal.problem.reasons, alternatives: refusal.problem.alternatives ?? [], dates: [] };
    }
    return this.fromPreview(question);
  }

  private fromPreview(question: string): VerdictView {
    if (question === 'null') return { is: 'incomplete' };
    const isSettled = this.asked.hasValue() && this.asked.value() === question;
    if (!isSettled || this.preview.isLoading()) return { is: 'checking' };
    if (this.preview.hasValue()) return verdictOf(this.preview.value(), this.desk.form().onRefused);
    const error = this.preview.error();
    const problem = problemOf(error);
    return problem && this.problems.ofCode(problem.code) ? { is: 'unreadable', code: problem.code } : { is: 'failed', error };
  }
}
