import { Component, computed, inject, input } from '@angular/core';
import type { WaitlistEntry } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { Confirm, RowFocus, SectionHeader, Texts } from '@bota/shared/ui';
import { withNews } from '../live';
import { WaitingRow } from './waiting-row';
import { Waitlist, waitlistResource } from './waitlist.client';

/** What I wait for, or for the coordination what everybody does, with leaving. Nothing when nobody waits. */
@Component({
  selector: 'b75-waiting-list',
  imports: [Refusal, RowFocus, SectionHeader, WaitingRow],
  providers: [Acts],
  template: `@if (items().length) {
    <section>
      <ui-section-header [heading]="texts.t('booking.waitlist.' + whose())" [count]="items().length" />
      @if (whose() === 'all') {
        <p class="mut sm">{{ texts.t('booking.waitlist.allHint') }}</p>
      }
      <b75-refusal [refusal]="acts.refusal()" />
      <div uiRowFocus>
        @for (entry of items(); track entry.id) {
          <b75-waiting-row [entry]="entry" [names]="whose() === 'all'" [isBusy]="acts.isBusy()" (left)="leave(entry)" />
        }
      </div>
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
  private readonly confirm = inject(Confirm);
  readonly whose = input<'mine' | 'all'>('mine');
  private readonly resource = waitlistResource(() => this.whose());
  protected readonly items = computed(() => (this.resource.hasValue() ? this.resource.value().items : []));

  constructor() {
    withNews(
      (live, space) => live.of(space),
      () => this.resource.reload(),
    );
  }

  /** A place in the line does not come back: who gives up their own is asked. */
  protected async leave(entry: WaitlistEntry): Promise<void> {
    if (this.whose() === 'mine' && !(await this.confirm.ask(this.question(entry)))) return;
    const said = this.texts.t(`booking.waitlist.${this.whose() === 'all' ? 'taken' : 'left'}`, { title: entry.title });
    await this.acts.attempt(() => this.waitlist.leave(entry), said);
    this.resource.reload();
  }

  private question({ title }: WaitlistEntry) {
    const t = (key: string) => this.texts.t(`booking.waitlist.${key}`, { title });
    return { heading: t('leaving.heading'), text: t('leaving.text'), keep: t('leaving.keep'), act: t('leave') };
  }
}
