import { Component, inject, input } from '@angular/core';
import { orgClasses, Texts } from '@bota/shared/ui';
import type { Organisation } from '@bota/people/domain';
import type { AgendaQuery } from './agenda-query';
import { KIND_LOOKS, KINDS } from './event-kind';

/** What the hatch, the outline and the colours mean; first the reader's own organisation. */
@Component({
  selector: 'b75-agenda-legend',
  template: `<ul [attr.aria-label]="texts.t('booking.legend.label')">
    @if (colour() === 'kind') {
      @for (kind of kinds; track kind) {
        <li><span class="ev" [class]="looks[kind]"></span>{{ texts.t('booking.kind.' + kind) }}</li>
      }
    } @else {
      @for (organisation of mine(); track organisation.id) {
        <li><span class="ev" [class]="look(organisation)"></span>{{ texts.t('booking.legend.mine', { name: organisation.name }) }}</li>
      }
    }
    <li><span class="hatch"></span>{{ texts.t('booking.legend.hatch') }}</li>
    @if (colour() !== 'kind') {
      <li><span class="ev priv"></span>{{ texts.t('booking.legend.private') }}</li>
    }
    <li><span class="mine"></span>{{ texts.t('booking.legend.draft') }}</li>
  </ul>`,
  styles: `
    ul {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 20px;
      margin-top: 12px;
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
    li {
      display: flex;
      gap: 8px;
      align-items: center;
    }
    span {
      flex: none;
      width: 28px;
      height: 16px;
      padding: 0;
      border-radius: 4px;
    }
    .hatch {
      border: 1px solid var(--mat-sys-outline-variant);
    }
    .mine {
      border: 1.5px solid var(--mat-sys-primary);
    }
  `,
})
export class AgendaLegend {
  protected readonly texts = inject(Texts);
  protected readonly look = orgClasses;
  protected readonly kinds = KINDS;
  protected readonly looks = KIND_LOOKS;
  readonly colour = input<AgendaQuery['colour']>('organisation');
  readonly mine = input<readonly Organisation[]>([]);
}
