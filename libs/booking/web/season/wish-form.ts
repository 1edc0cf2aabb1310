import {
  afterNextRender,
  Component,
  computed,
  ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { SeasonRound, SeasonWish } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { ErrorSummary, FIELDS, Texts } from '@bota/shared/ui';
import { type Feature, FEATURES } from '@bota/spaces/domain';
import { RoomWords, SpaceStore } from '@bota/spaces/web';
import { SeasonWords } from './season-words';
import { Seasons } from './season.client';
import { type SlotDraft, SlotFields } from './slot-fields';
import { blankWish, draftOf, faultsOf, MOST_CHOICES, withChoice, type WishDraft, wishOf } from './wish-draft';

/** A weekly wish with its choices, filed or changed in under a minute: the first choice is there, others on request. */
@Component({
  selector: 'b75-season-wish-form',
  imports: [ErrorSummary, MatButton, MatFormFieldModule, MatIcon, MatInput, Refusal, SlotFields],
  providers: [FIELDS, Acts],
  templateUrl: './wish-form.html',
  styleUrl: './season.scss',
})
export class SeasonWishForm {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  protected readonly words = inject(SeasonWords);
  protected readonly rooms = inject(RoomWords);
  private readonly space = inject(SpaceStore);
  private readonly seasons = inject(Seasons);
  private readonly injector = inject(Injector);
  private readonly page = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  readonly round = input.required<SeasonRound>();
  /** Changed; a new one without it. */
  readonly wish = input<SeasonWish | null>(null);
  readonly saved = output();
  readonly left = output();
  protected readonly most = MOST_CHOICES;
  private readonly wasSent = signal(false);
  /** Begun once for each wish: what is read anew meanwhile does not undo what was typed. */
  protected readonly draft = linkedSignal<string | undefined, WishDraft>({
    source: () => this.wish()?.id,
    computation: (id, before) => (before && before.source === id ? before.value : untracked(() => this.begin())),
  });
  protected readonly errors = computed(() =>
    this.wasSent() ? faultsOf(this.draft()).map(({ field, message }) => ({ field, message: this.texts.t(message) })) : [],
  );
  protected readonly isForAny = computed(() => this.draft().choices.some(({ roomId }) => !roomId));
  /** What some room of the round has. */
  protected readonly offered = computed(() => {
    const rooms = this.space.rooms().filter(({ id }) => this.round().roomIds.includes(id));
    return FEATURES.filter((feature) => rooms.some((room) => room.features.includes(feature)));
  });

  constructor() {
    this.focusOn('select, input');
  }

  protected set(change: Partial<WishDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected turn(feature: Feature, isOn: boolean): void {
    const others = this.draft().features.filter((one) => one !== feature);
    this.set({ features: isOn ? [...others, feature] : others });
  }

  protected choose(index: number, slot: SlotDraft): void {
    this.set({ choices: this.draft().choices.map((one, at) => (at === index ? slot : one)) });
  }

  protected more(): void {
    this.draft.update(withChoice);
    this.focusOn(`#wish-${this.draft().choices.length - 1}-room`);
  }

  protected less(index: number): void {
    this.set({ choices: this.draft().choices.filter((_, at) => at !== index) });
    this.focusOn(`#wish-${index - 1}-room`);
  }

  private begin(): WishDraft {
    const [wish, { wishFor, roomIds }] = [this.wish(), this.round()];
    return wish ? draftOf(wish) : blankWish(wishFor.length === 1 ? (wishFor[0]?.id ?? '') : '', roomIds);
  }

  /** Once it is drawn. */
  private focusOn(selector: string): void {
    afterNextRender(() => this.page.querySelector<HTMLElement>(selector)?.focus(), { injector: this.injector });
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (this.errors().length) return;
    const [wish, draft, { id }] = [this.wish(), this.draft(), this.round()];
    const act = () =>
      wish
        ? this.seasons.editWish(id, wish.id, wishOf(draft))
        : this.seasons.wish(id, { organisationId: draft.organisationId, ...wishOf(draft) });
    if (!(await this.acts.attempt(act, this.texts.t('season.wish.saved')))) return;
    this.wasSent.set(false);
    this.draft.set(blankWish(draft.organisationId, this.round().roomIds));
    this.saved.emit();
  }
}
