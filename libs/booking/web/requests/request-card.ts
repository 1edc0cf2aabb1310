import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { type BookingRequest, type Decision, sentenceOf } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts, ResidentsStore } from '@bota/residents/web';
import { capital, FIELDS, Formats, OrgBadge, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Requests } from './requests.client';

/** One request: who asks for what and when, who else asks for the same, and the answer with a word to it. */
@Component({
  selector: 'b75-request-card',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatInput, OrgBadge, Refusal, RouterLink],
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
  readonly request = input.required<BookingRequest>();
  readonly now = input.required<Date>();
  readonly decided = output();

  protected readonly note = signal('');
  /** Some of its dates cannot be: the others may still be accepted. */
  protected readonly maySkip = signal(false);
  protected readonly organisation = computed(() => this.residents.organisation(this.request().organisationId));
  protected readonly rooms = computed(() => this.formats.list(this.request().roomIds.flatMap((id) => this.space.named(id)?.name ?? [])));
  protected readonly when = computed(() => {
    const { start, end } = this.request();
    return `${capital(this.formats.day(start, this.space.zone(), 'full'))}, ${this.formats.timeRange(start, end, this.space.zone())}`;
  });
  protected readonly repeats = computed(() => {
    const { rrule, dates } = this.request();
    if (!rrule) return '';
    return `${capital(sentenceOf(rrule, this.texts.language(), this.space.zone()))} (${this.texts.count('requests.dates', dates)})`;
  });
  protected readonly asked = computed(() => this.formats.distance(this.request().askedAt, this.now()));

  protected async decide(verdict: Decision['verdict'], onRefused: Decision['onRefused'] = 'refuse'): Promise<void> {
    const { title } = this.request();
    const decision = { verdict, note: this.note().trim(), onRefused };
    const isDone = await this.acts.attempt(
      () => this.requests.decide(this.request(), decision),
      this.texts.t(`requests.done.${verdict}`, { title }),
    );
    if (isDone) this.decided.emit();
    else this.maySkip.set(verdict === 'accept' && this.request().dates > 1);
  }
}
