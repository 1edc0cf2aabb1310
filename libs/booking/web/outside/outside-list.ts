import { Component, computed, effect, type ElementRef, inject, viewChildren } from '@angular/core';
import { takeUntilDestroyed, toObservable, toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import { Failure, SectionHeader, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { debounceTime, filter, switchMap } from 'rxjs';
import { Live } from '../live';
import { minutely } from '../rooms/minutely';
import { OutsideCard } from './outside-card';
import { outsideResource } from './outside.client';

const LIVE_PAUSE_MS = 300;

/** What neighbours ask for, and what was accepted and is still to come. Nothing when there is none. */
@Component({
  selector: 'b75-outside-list',
  imports: [Failure, OutsideCard, SectionHeader],
  template: `@if (items().length) {
      <section>
        <ui-section-header [heading]="texts.t('requests.outside.title')" [count]="waiting() || null" />
        @for (request of items(); track request.id) {
          <article #card [id]="'o-' + request.id" tabindex="-1">
            <b75-outside-card [request]="request" [now]="now()" (changed)="resource.reload()" />
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
  /** The one that the day leads to. */
  private readonly fragment = toSignal(inject(ActivatedRoute).fragment);
  private readonly cards = viewChildren<ElementRef<HTMLElement>>('card');

  constructor() {
    const live = inject(Live);
    toObservable(inject(SpaceStore).ref)
      .pipe(
        filter(Boolean),
        switchMap((space) => live.of(space)),
        debounceTime(LIVE_PAUSE_MS),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.resource.reload());
    effect(() => {
      const asked = this.cards().find(({ nativeElement }) => nativeElement.id === `o-${this.fragment()}`);
      asked?.nativeElement.focus();
    });
  }
}
