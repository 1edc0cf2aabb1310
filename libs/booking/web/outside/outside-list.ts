import { Component, computed, type ElementRef, inject, viewChildren } from '@angular/core';
import { Failure, SectionHeader, Texts } from '@bota/shared/ui';
import { withNews } from '../live';
import { cardFocus } from '../requests/card-focus';
import { minutely } from '../rooms/minutely';
import { OutsideCard } from './outside-card';
import { outsideResource } from './outside.client';

/** What neighbours ask for, and what was accepted and is still to come. Nothing when there is none. */
@Component({
  selector: 'b75-outside-list',
  imports: [Failure, OutsideCard, SectionHeader],
  template: `@if (items().length) {
      <section>
        <ui-section-header [heading]="texts.t('requests.outside.title')" [count]="waiting() || null" />
        @for (request of items(); track request.id; let index = $index) {
          <article #card [id]="'o-' + request.id" tabindex="-1">
            <b75-outside-card [request]="request" [now]="now()" (changed)="answered(index)" />
          </article>
        }
      </section>
    }
    @if (resource.error(); as error) {
      <ui-failure [error]="error" (retry)="resource.reload()" />
    }`,
  // Nothing takes no room.
  styles: ':host { display: contents }',
})
export class OutsideList {
  protected readonly texts = inject(Texts);
  protected readonly resource = outsideResource();
  protected readonly now = minutely();
  protected readonly items = computed(() => (this.resource.hasValue() ? this.resource.value().items : []));
  protected readonly waiting = computed(() => this.items().filter(({ bookingId }) => !bookingId).length);
  private readonly cards = viewChildren<ElementRef<HTMLElement>>('card');
  /** The day leads to one. */
  private readonly focus = cardFocus(this.cards, 'o-');

  constructor() {
    withNews(
      (live, space) => live.of(space),
      () => this.resource.reload(),
    );
  }

  protected answered(index: number): void {
    this.focus.leave(index);
    this.resource.reload();
  }
}
