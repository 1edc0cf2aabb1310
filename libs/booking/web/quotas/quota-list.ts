import { Component, computed, inject } from '@angular/core';
import { capital, SectionHeader, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { quotaUsesResource } from '../bookings.client';
import { QuotaWords } from './quota-words';

/** What my organisations use of their quotas this week and this month; nothing in a house without quotas. */
@Component({
  selector: 'b75-quota-list',
  imports: [SectionHeader],
  template: `@if (rows().length) {
    <section>
      <ui-section-header [heading]="texts.t('today.quota.title')" />
      <ul>
        @for (one of rows(); track $index) {
          <li>
            <div class="line">
              <b>{{ one.period }}</b>
              <span>{{ one.used }}</span>
            </div>
            @if (one.organisation) {
              <p class="mut sm">{{ one.organisation }}</p>
            }
            <div class="bar" aria-hidden="true"><div [style.width.%]="one.share" [class.full]="one.share >= 100"></div></div>
          </li>
        }
      </ul>
    </section>
  }`,
  styles: `
    li {
      padding: 10px 0 14px;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
    }
    .line {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 12px;
      justify-content: space-between;
    }
    .bar {
      height: 6px;
      margin-top: 8px;
      overflow: hidden;
      background: var(--mat-sys-surface-container-highest);
      border-radius: 3px;
    }
    .bar div {
      height: 100%;
      background: var(--mat-sys-primary);
    }
    .bar .full {
      background: var(--mat-sys-tertiary);
    }
  `,
})
export class QuotaList {
  protected readonly texts = inject(Texts);
  private readonly words = inject(QuotaWords);
  private readonly uses = quotaUsesResource(inject(SpaceStore).ref);
  protected readonly rows = computed(() => {
    const items = this.uses.hasValue() ? (this.uses.value()?.items ?? []) : [];
    const isOne = new Set(items.map(({ organisationId }) => organisationId)).size < 2;
    return items.map((use) => ({
      period: capital(this.words.period(use)),
      used: this.words.used(use),
      organisation: isOne ? '' : use.organisation,
      share: use.limit > 0 ? Math.min(100, (use.used / use.limit) * 100) : 100,
    }));
  });
}
