import { Component, computed, inject, input } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import type { WaitlistEntry } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { SectionHeader, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { debounceTime, filter, switchMap } from 'rxjs';
import { Live } from '../live';
import { WaitingRow } from './waiting-row';
import { Waitlist, waitlistResource } from './waitlist.client';

const LIVE_PAUSE_MS = 300;

/** What I wait for, or for the coordination what everybody does, with leaving. Nothing when nobody waits. */
@Component({
  selector: 'b75-waiting-list',
  imports: [Refusal, SectionHeader, WaitingRow],
  providers: [Acts],
  template: `@if (items().length) {
    <section>
      <ui-section-header [heading]="texts.t('booking.waitlist.' + whose())" [count]="items().length" />
      @if (whose() === 'all') {
        <p class="mut sm">{{ texts.t('booking.waitlist.allHint') }}</p>
      }
      <b75-refusal [refusal]="acts.refusal()" />
      @for (entry of items(); track entry.id) {
        <b75-waiting-row [entry]="entry" [names]="whose() === 'all'" [isBusy]="acts.isBusy()" (left)="leave(entry)" />
      }
    </section>
  }`,
  // Nothing takes no room.
  styles: `
    :host {
      display: contents;
    }
    section > p {
      padding-top: 12px;
    }
    b75-waiting-row:last-child {
      border-bottom: 0;
    }
  `,
})
export class WaitingList {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly waitlist = inject(Waitlist);
  readonly whose = input<'mine' | 'all'>('mine');
  private readonly resource = waitlistResource(() => this.whose());
  protected readonly items = computed(() => (this.resource.hasValue() ? this.resource.value().items : []));

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
  }

  protected async leave(entry: WaitlistEntry): Promise<void> {
    const said = this.texts.t(`booking.waitlist.${this.whose() === 'all' ? 'taken' : 'left'}`, { title: entry.title });
    await this.acts.attempt(() => this.waitlist.leave(entry), said);
    this.resource.reload();
  }
}
