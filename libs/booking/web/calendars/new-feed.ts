import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { FeedDraft, FeedKind, NewFeed } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { ResidentsStore } from '@bota/residents/web';
import { type Explanation, FIELDS, ProblemTexts, SectionHeader, Segments, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { FeedLink } from './feed-link';
import { Feeds } from './feeds.client';

/** Makes a secret link, and tells it the one time it is known. */
@Component({
  selector: 'b75-new-feed',
  imports: [FeedLink, MatButton, MatFormFieldModule, MatIcon, MatInput, Refusal, SectionHeader, Segments],
  providers: [FIELDS],
  templateUrl: './new-feed.html',
  styleUrl: './new-feed.scss',
})
export class NewFeedSection {
  protected readonly texts = inject(Texts);
  private readonly space = inject(SpaceStore);
  private readonly residents = inject(ResidentsStore);
  private readonly feeds = inject(Feeds);
  private readonly problems = inject(ProblemTexts);
  /** Slugs from where one came. */
  readonly room = input<string>();
  readonly organisation = input<string>();
  readonly made = output();

  protected readonly kinds = computed(() =>
    (['person', 'room', 'organisation'] as const).map((value) => ({ value, text: this.texts.t(`calendars.kind.${value}`) })),
  );
  protected readonly kind = linkedSignal<FeedKind>(() => (this.room() ? 'room' : this.organisation() ? 'organisation' : 'person'));
  protected readonly choices = computed(() => {
    if (this.kind() === 'person') return [];
    return this.kind() === 'room' ? this.space.rooms() : this.residents.organisations();
  });
  protected readonly chosen = linkedSignal(() => {
    const slug = this.kind() === 'room' ? this.room() : this.organisation();
    return (this.choices().find((one) => one.slug === slug) ?? this.choices()[0])?.id ?? '';
  });
  protected readonly link = signal<NewFeed | null>(null);
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly isBusy = signal(false);

  forget(id: string): void {
    this.link.update((link) => (link?.id === id ? null : link));
  }

  protected async make(): Promise<void> {
    if (this.isBusy()) return;
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      this.link.set(await this.feeds.create(this.space.ref(), draftOf(this.kind(), this.chosen())));
      this.made.emit();
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
    } finally {
      this.isBusy.set(false);
    }
  }
}

const draftOf = (kind: FeedKind, id: string): FeedDraft =>
  kind === 'room' ? { kind, roomId: id } : kind === 'organisation' ? { kind, organisationId: id } : { kind };
