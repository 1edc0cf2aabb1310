import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { type BookingRequest, type Decision, sentenceOf } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts, ResidentsStore } from '@bota/residents/web';
import type { Alternative, Problem, ReasonCode } from '@bota/shared/domain';
import { capital, FIELDS, Formats, OrgBadge, problemOf, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { OverrideField } from '../book/override-field';
import { overridableOf } from '../book/verdict-view';
import { ReasonTexts } from '../booking/reason-texts';
import { Requests } from './requests.client';

const MOST_REASONS = 3;
const LEAST_REASON = 3;

/** One request: who asks for what and when, who else asks for the same, and the answer with a word to it. */
@Component({
  selector: 'b75-request-card',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatInput, OrgBadge, OverrideField, Refusal, RouterLink],
  providers: [FIELDS, Acts],
  templateUrl: './request-card.html',
  styleUrl: './request-card.scss',
})
export class RequestCard {
  protected readonly texts = inject(Texts);
  protected readonly formats = inject(Formats);
  protected readonly space = inject(SpaceStore);
  protected readonly acts = inject(Acts);
  private readonly residents = inject(ResidentsStore);
  private readonly requests = inject(Requests);
  private readonly reasons = inject(ReasonTexts);
  readonly request = input.required<BookingRequest>();
  readonly now = input.required<Date>();
  readonly decided = output();

  protected readonly note = signal('');
  /** Some of its dates cannot be: the others may still be accepted. */
  protected readonly maySkip = signal(false);
  /** Why rules that stand in the way are set aside; null while nobody asked to. */
  protected readonly overrideReason = signal<string | null>(null);
  /** The rules in the way when all of them may be set aside, also while a reason is being written. */
  protected readonly rules = linkedSignal<readonly ReasonCode[], readonly ReasonCode[]>({
    source: () => overridableOf(this.problem()?.reasons ?? []),
    computation: (codes, before) => (codes.length || this.overrideReason() === null ? codes : (before?.value ?? [])),
  });
  /** Why it could not be accepted. */
  private readonly problem = signal<Problem | null>(null);
  protected readonly why = computed(() =>
    (this.problem()?.reasons ?? []).slice(0, MOST_REASONS).map((reason) => this.reasons.say(reason, this.request().start).title),
  );
  /** What is free instead, to be proposed in the answer. */
  protected readonly near = computed(() => (this.problem()?.alternatives ?? []).map((one) => this.say(one)));
  protected readonly organisation = computed(() => this.residents.organisation(this.request().organisationId));
  protected readonly rooms = computed(() => this.formats.list(this.request().roomIds.flatMap((id) => this.space.named(id)?.name ?? [])));
  protected readonly when = computed(() => {
    const { start, end } = this.request();
    return `${capital(this.formats.day(start, this.space.zone(), 'full'))}, ${this.formats.timeRange(start, end, this.space.zone())}`;
  });
  protected readonly repeats = computed(() => {
    const { rrule, leftOut, dates } = this.request();
    if (!rrule) return '';
    return `${capital(sentenceOf(rrule, this.texts.language(), this.space.zone(), leftOut))} (${this.texts.count('requests.dates', dates)})`;
  });
  protected readonly asked = computed(() => this.formats.distance(this.request().askedAt, this.now()));

  protected async decide(verdict: Decision['verdict'], onRefused: Decision['onRefused'] = 'refuse'): Promise<void> {
    const { title } = this.request();
    const why = this.overrideReason()?.trim() ?? '';
    const over = verdict === 'accept' && why.length >= LEAST_REASON ? { overrideReason: why } : {};
    const decision = { verdict, note: this.note().trim(), onRefused, ...over };
    this.problem.set(null);
    const isDone = await this.acts.attempt(
      () => this.requests.decide(this.request(), decision).catch((error: unknown) => this.keep(error)),
      this.texts.t(`requests.done.${verdict}`, { title }),
    );
    if (isDone) this.decided.emit();
    else this.maySkip.set(verdict === 'accept' && this.request().dates > 1);
  }

  private keep(error: unknown): never {
    this.problem.set(problemOf(error));
    throw error;
  }

  private say({ roomIds, start, end }: Alternative): string {
    const rooms = this.formats.list(roomIds.flatMap((id) => this.space.named(id)?.name ?? []));
    return `${rooms}, ${this.formats.day(start, this.space.zone(), 'long')}, ${this.formats.timeRange(start, end, this.space.zone())}`;
  }

  /** Into the answer: who asked may then ask for that. */
  protected propose(what: string): void {
    this.note.set(this.texts.t('requests.proposal', { what }));
  }
}
