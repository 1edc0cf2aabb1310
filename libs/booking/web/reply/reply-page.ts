import { Component, computed, inject, input, resource, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationSkipped, Router, RouterLink } from '@angular/router';
import { filter } from 'rxjs';
import { type ReplyHere, ReplyAnswer, sentenceOf } from '@bota/booking/domain';
import { LetterTokens, Refusal } from '@bota/people/web';
import { capital, Empty, type Explanation, Failure, Formats, PageHeader, problemOf, ProblemTexts, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Replies } from './reply.client';
import { ReplyForm } from './reply-form';

/** What stands in the way of an answer for good, as the page says it. */
const ENDS: Record<string, string> = { 'reply/changed-since': 'changed', 'reply/over': 'over', 'link/over': 'broken' };

/** Who followed a link of the letter answers with one press: programs that only look at links answer nothing. */
@Component({
  selector: 'b75-reply',
  imports: [Empty, Failure, MatButton, MatIcon, PageHeader, Refusal, ReplyForm, RouterLink, Skeleton],
  templateUrl: './reply-page.html',
  styleUrl: './reply-page.scss',
})
export class ReplyPage {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly formats = inject(Formats);
  private readonly replies = inject(Replies);
  private readonly problems = inject(ProblemTexts);
  private readonly token = inject(LetterTokens).reply;
  /** Which link was followed. */
  readonly answer = input<string>();
  protected readonly question = resource({
    params: () => this.token() ?? undefined,
    loader: ({ params }) => this.replies.question(params),
  });
  protected readonly asked = computed(() => (this.question.hasValue() ? this.question.value() : undefined));
  protected readonly first = computed(() => ReplyAnswer.safeParse(this.asked()?.answer ?? this.answer()).data ?? 'accepted');
  protected readonly when = computed(() => {
    const { start = '', end = '' } = this.asked() ?? {};
    const zone = this.space.zone();
    const when = start && `${this.formats.day(start, zone, 'full')}, ${this.formats.timeRange(start, end, zone)}`;
    return this.asked()?.series ? this.texts.t('reply.next', { when }) : capital(when);
  });
  /** How a series repeats, and how many of its dates are to come. */
  protected readonly series = computed(() => {
    const { series } = this.asked() ?? {};
    if (!series) return '';
    const sentence = capital(sentenceOf(series.rrule, this.texts.language(), this.space.zone(), series.leftOut));
    return this.texts.t('reply.series', { sentence, dates: this.texts.count('reply.dates', series.dates) });
  });
  /** Where the words are: of an invitation, or of a change. */
  protected readonly about = computed(() => (this.asked()?.isInvitation ? 'reply.invited.' : 'reply.'));
  protected readonly lead = computed(() => {
    const { by = '', organisation: name = '', isInvitation } = this.asked() ?? {};
    if (isInvitation) return this.texts.t('reply.invited.lead', { name });
    return by ? this.texts.t('reply.lead', { name: by }) : this.texts.t('reply.leadNobody');
  });
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly isBusy = signal(false);
  protected readonly isDone = signal(false);
  private readonly refused = signal('');
  protected readonly end = computed(() => {
    if (!this.token()) return 'broken';
    return ENDS[this.refused() || (problemOf(this.question.error())?.code ?? '')];
  });

  constructor() {
    // A link followed again, or another one, in a page that is open already.
    inject(Router)
      .events.pipe(
        filter((event) => event instanceof NavigationEnd || event instanceof NavigationSkipped),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.begin());
  }

  private begin(): void {
    this.isDone.set(false);
    this.refused.set('');
    this.refusal.set(null);
    this.question.reload();
  }

  protected async reply(said: ReplyHere): Promise<void> {
    const token = this.token();
    if (!token || this.isBusy()) return;
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      this.question.set(await this.replies.answerByLink(token, said));
      this.isDone.set(true);
    } catch (error) {
      const code = problemOf(error)?.code ?? '';
      if (ENDS[code]) this.refused.set(code);
      else this.refusal.set(this.problems.explain(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}
