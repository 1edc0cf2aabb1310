import { Component, computed, inject, viewChildren, type ElementRef } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { filter, switchMap } from 'rxjs';
import { Empty, Failure, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Live } from '../live';
import { minutely } from '../rooms/minutely';
import { WaitingList } from '../waitlist/waiting-list';
import { OutsideList } from '../outside/outside-list';
import { cardFocus } from './card-focus';
import { RequestCard } from './request-card';
import { requestsResource } from './requests.client';

/** What waits for the coordination to agree, the soonest date first; somebody else's answer takes it away. */
@Component({
  selector: 'b75-requests',
  imports: [Empty, Failure, OutsideList, RequestCard, SectionHeader, Skeleton, WaitingList],
  template: `<section>
      <ui-section-header [heading]="texts.t('requests.title')" [count]="items()?.length || null" />
      @if (items(); as items) {
        @for (request of items; track request.id; let index = $index) {
          <article #card [id]="'r-' + request.id" tabindex="-1">
            <b75-request-card [request]="request" [now]="now()" (decided)="answered(index)" />
          </article>
        } @empty {
          <ui-empty icon="event_available" [heading]="texts.t('requests.none')">{{ texts.t('requests.noneHint') }}</ui-empty>
        }
      } @else if (resource.error(); as error) {
        <ui-failure [error]="error" (retry)="resource.reload()" />
      } @else {
        <ui-skeleton [rows]="4" />
      }
    </section>
    <b75-outside-list />
    <b75-waiting-list whose="all" />`,
  styles: `
    :host {
      display: grid;
      gap: 40px;
      max-width: 760px;
    }
  `,
})
export class RequestsPage {
  protected readonly texts = inject(Texts);
  protected readonly resource = requestsResource();
  protected readonly now = minutely();
  protected readonly items = computed(() => (this.resource.hasValue() ? this.resource.value()?.items : undefined));
  private readonly cards = viewChildren<ElementRef<HTMLElement>>('card');
  /** A notice or the day leads to one. */
  private readonly focus = cardFocus(this.cards, 'r-');

  constructor() {
    const live = inject(Live);
    toObservable(inject(SpaceStore).ref)
      .pipe(
        filter(Boolean),
        switchMap((space) => live.of(space)),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.resource.reload());
  }

  protected answered(index: number): void {
    this.focus.leave(index);
    this.resource.reload();
  }
}
