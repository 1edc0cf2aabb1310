import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SeasonWish } from '@bota/booking/domain';
import { MatIcon } from '@angular/material/icon';
import { addDays, dateOf } from '@bota/shared/domain';
import { Failure, Formats, keptFocus, PageHeader, PageTitle, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { AppealForm } from './appeal-form';
import { MyWishes } from './my-wishes';
import { ResultList } from './result-list';
import { SeasonSteps } from './season-steps';
import { SeasonWords } from './season-words';
import { seasonResources } from './season.client';
import { WeekOverview } from './week-overview';

const rowOf = (wish: SeasonWish | null): string => `[data-wish="${wish?.id}"]`;

/** A round as residents meet it: what they wish for, then who gets what and why, and an appeal. */
@Component({
  selector: 'b75-my-season',
  imports: [AppealForm, Failure, MatIcon, MyWishes, PageHeader, ResultList, RouterLink, SeasonSteps, SectionHeader, Skeleton, WeekOverview],
  templateUrl: './my-season.html',
  styleUrl: './season.scss',
})
export class MySeason {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(SeasonWords);
  protected readonly space = inject(SpaceStore);
  private readonly formats = inject(Formats);
  /** The id of the round in the address. */
  readonly round = input.required<string>();
  protected readonly read = seasonResources(this.round);
  protected readonly appealing = signal<SeasonWish | null>(null);
  private readonly focusNext = keptFocus(() => !!this.shown() && !this.appealing());

  protected readonly shown = computed(() => {
    const { round, wishes, plan, appeals } = this.read;
    if (!round.hasValue() || !wishes.hasValue() || !plan.hasValue() || !appeals.hasValue()) return null;
    const own = round.value().wishFor.map(({ id }) => id);
    const isPublished = plan.value().number > 0;
    return {
      round: round.value(),
      own,
      plan: isPublished ? plan.value().plan : null,
      appeals: appeals.value().items,
      wishes: wishes.value().items,
    };
  });
  protected readonly mine = computed(
    () => this.shown()?.wishes.filter(({ organisationId }) => this.shown()?.own.includes(organisationId)) ?? [],
  );
  protected readonly error = computed(
    () => this.read.round.error() ?? this.read.wishes.error() ?? this.read.plan.error() ?? this.read.appeals.error(),
  );

  /** What can be done now, and until when. */
  protected readonly lead = computed(() => {
    const round = this.shown()?.round;
    if (!round) return '';
    const date = (day: string | null) => this.formats.date(day ?? round.firstDay, 'dated');
    if (round.state === 'open')
      return this.texts.t(round.may.wish ? 'season.now.open' : 'season.now.computing', { date: date(round.wishesUntil) });
    if (round.state === 'published') return this.texts.t('season.now.published', { date: date(round.appealsUntil) });
    return this.texts.t(`season.now.${round.report ? 'adopted' : 'closed'}`, { date: date(round.firstDay) });
  });

  /** Why the rooms cannot be booked meanwhile. */
  protected readonly heldBack = computed(() => {
    const round = this.shown()?.round;
    const isHeld = round?.opensOn && ['open', 'published'].includes(round.state) && round.opensOn > dateOf(new Date(), this.space.zone());
    return isHeld && round.opensOn ? this.texts.t('season.heldBack', { date: this.formats.date(addDays(round.opensOn, -1), 'dated') }) : '';
  });

  constructor() {
    const title = inject(PageTitle);
    effect(() => title.say(this.shown()?.round.name ?? this.texts.t('season.title')));
  }

  /** The focus goes back to what opened the form. */
  protected leave(): void {
    this.focusNext(`${rowOf(this.appealing())} button`);
    this.appealing.set(null);
  }

  /** The focus goes to the wish, which can be appealed no more. */
  protected filed(): void {
    this.focusNext(rowOf(this.appealing()));
    this.reload();
  }

  protected reload(): void {
    this.appealing.set(null);
    Object.values(this.read).forEach((resource) => void resource.reload());
  }
}
