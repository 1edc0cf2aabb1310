import { Component, computed, inject, input } from '@angular/core';
import { Texts } from './texts';

/** Rows as high as the real ones while they load: nothing jumps. `<ui-skeleton [rows]="3" />` */
@Component({
  selector: 'ui-skeleton',
  host: { role: 'status', 'aria-busy': 'true', '[attr.aria-label]': 'label() || texts.t("ui.loading")' },
  template: `@for (width of widths(); track $index) {
    <div class="row" [style.min-height.px]="rowHeight()">
      <i class="lead"></i>
      <span><i [style.width.%]="width"></i><i class="less"></i></span>
      <i class="end"></i>
    </div>
  }`,
  styles: `
    :host {
      display: block;
    }
    .row {
      display: flex;
      gap: 16px;
      align-items: center;
    }
    i {
      display: block;
      height: 14px;
      border-radius: 6px;
      background: var(--mat-sys-surface-container-high);
    }
    span {
      display: grid;
      flex: 1;
      gap: 8px;
    }
    .lead {
      width: 40px;
      height: 40px;
    }
    .less {
      width: 38%;
      height: 12px;
    }
    .end {
      width: 72px;
      height: 24px;
    }
  `,
})
export class Skeleton {
  protected readonly texts = inject(Texts);
  readonly rows = input(3);
  readonly rowHeight = input(64);
  readonly label = input('');
  protected readonly widths = computed(() => Array.from({ length: this.rows() }, (_, i) => [62, 48, 55][i % 3]));
}
