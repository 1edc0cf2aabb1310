import { afterRenderEffect, Component, computed, effect, type ElementRef, inject, input, linkedSignal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { type SeasonRefusal, type SeasonState, whyNotAdopt, whyNotPublish } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { addDays, dateOf } from '@bota/shared/domain';
import {
  Confirm,
  DayField,
  Empty,
  Failure,
  FIELDS,
  PageTitle,
  ProblemTexts,
  provideDays,
  RowFocus,
  SectionHeader,
  Skeleton,
  Status,
  Texts,
} from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { AppealAnswer } from './appeal-answer';
import { SeasonReport } from './report';
import { ResultList } from './result-list';
import { RoundForm } from './round-form';
import { SeasonSteps } from './season-steps';
import { SeasonWords } from './season-words';
import { Seasons, seasonResources } from './season.client';
import { TieList } from './tie-list';
import { WeekOverview } from './week-overview';

const APPEAL_DAYS = 14;

/** One round for its coordinators: where it stands, what comes next, and why not yet. */
@Component({
  selector: 'b75-season-round',
  imports: [
    ...[
      AppealAnswer,
      DayField,
      Empty,
      Failure,
      MatButton,
      MatIcon,
      Refusal,
      ResultList,
      RoundForm,
      RouterLink,
      RowFocus,
      SeasonReport,
      SeasonSteps,
    ],
    ...[SectionHeader, Skeleton, Status, TieList, WeekOverview],
  ],
  providers: [FIELDS, Acts, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './round-page.html',
  styleUrl: './season.scss',
})
export class SeasonRoundPage {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(SeasonWords);
  protected readonly acts = inject(Acts);
  protected readonly space = inject(SpaceStore);
  private readonly seasons = inject(Seasons);
  private readonly confirm = inject(Confirm);
  private readonly problems = inject(ProblemTexts);
  /** The id of the round in the address. */
  readonly round = input.required<string>();
  protected readonly read = seasonResources(this.round);
  private readonly today = () => dateOf(new Date(), this.space.zone());

  protected readonly shown = computed(() => {
    const { round, wishes, plan, appeals } = this.read;
    if (!round.hasValue() || !wishes.hasValue() || !plan.hasValue() || !appeals.hasValue()) return null;
    const waiting = appeals.value().items.filter(({ answeredAt }) => !answeredAt);
    return { round: round.value(), wishes: wishes.value().items, plan: plan.value().plan, appeals: appeals.value().items, waiting };
  });
  protected readonly error = computed(
    () => this.read.round.error() ?? this.read.wishes.error() ?? this.read.plan.error() ?? this.read.appeals.error(),
  );
  // What was typed stays while the round is read again and says the same.
  private readonly kept = {
    wishes: computed(() => this.shown()?.round.wishesUntil),
    appeals: computed(() => this.shown()?.round.appealsUntil),
  };
  protected readonly wishesUntil = linkedSignal(() => this.kept.wishes() ?? '');
  protected readonly appealsUntil = linkedSignal(() => this.kept.appeals() ?? addDays(this.today(), APPEAL_DAYS));

  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  private stood: SeasonState | undefined;

  /** Why the next step has to wait, by the rules that the server refuses by. */
  protected readonly notYet = computed(() => {
    const shown = this.shown();
    if (!shown?.plan) return '';
    const { round, plan, waiting } = shown;
    const left = { appeals: waiting.length, ties: plan.ties.length };
    if (round.state === 'open') return this.said(whyNotPublish(round.state, round, this.today(), plan));
    return round.state === 'published' ? this.said(whyNotAdopt(round.state, round, this.today(), left)) : '';
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.say(this.shown()?.round.name ?? this.texts.t('season.title')));
    // The button of a step goes with its step: who took it goes on at the head of the round.
    afterRenderEffect(() => {
      const [state, heading] = [this.shown()?.round.state, this.heading()?.nativeElement];
      if (this.stood && state !== this.stood && heading?.ownerDocument.activeElement === heading?.ownerDocument.body) heading?.focus();
      this.stood = state ?? this.stood;
    });
  }

  private said = (code: SeasonRefusal | null): string => (code ? (this.problems.ofCode(code) ?? '') : '');
  protected wishOf = (id: string) => this.shown()?.wishes.find((wish) => wish.id === id);
  protected resultOf = (id: string) => this.shown()?.plan?.results.find(({ wishId }) => wishId === id) ?? null;

  protected reload(): void {
    Object.values(this.read).forEach((resource) => void resource.reload());
  }

  protected async act(
    name: 'opened' | 'moved' | 'decided' | 'drawn' | 'published' | 'adopted' | 'closed',
    act: () => Promise<unknown>,
  ): Promise<void> {
    await this.acts.attempt(act, this.texts.t(`season.said.${name}`));
    this.reload();
  }

  protected open = () => this.act('opened', () => this.seasons.open(this.round()));
  protected decide = ({ key, wishId }: { key: string; wishId: string }) =>
    this.act('decided', () => this.seasons.decide(this.round(), key, wishId));
  protected draw = () => this.act('drawn', () => this.seasons.draw(this.round()));
  protected publish = () => this.act('published', () => this.seasons.publish(this.round(), this.appealsUntil()));
  protected move = (edit: { wishesUntil: string } | { appealsUntil: string }) =>
    this.act('moved', async () => {
      const shown = this.shown();
      if (shown) await this.seasons.edit(shown.round, edit);
    });

  protected async adopt(): Promise<void> {
    const t = (key: string) => this.texts.t(`season.adopt.${key}`);
    if (!(await this.confirm.ask({ heading: t('heading'), text: t('text'), keep: t('keep'), act: t('act'), isSafe: true }))) return;
    await this.act('adopted', () => this.seasons.adopt(this.round()));
  }

  protected async close(): Promise<void> {
    const t = (key: string) => this.texts.t(`season.close.${key}`);
    const text = t(this.shown()?.round.state === 'adopted' ? 'textAdopted' : 'text');
    if (!(await this.confirm.ask({ heading: t('heading'), text, keep: t('keep'), act: t('act') }))) return;
    await this.act('closed', () => this.seasons.close(this.round()));
  }
}
