import { Component, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { IconName } from './icons.generated';

/** Nothing here yet: what belongs here and the first thing to do. `<ui-empty icon="event_available" heading="…">Text<button action …></ui-empty>` */
@Component({
  selector: 'ui-empty',
  imports: [MatIcon],
  template: `<span class="ic" [class]="tone()"><mat-icon [svgIcon]="icon()" /></span>
    @if (level() === 1) {
      <h1>{{ heading() }}</h1>
    } @else if (level() === 2) {
      <h2>{{ heading() }}</h2>
    } @else {
      <h3>{{ heading() }}</h3>
    }
    <p><ng-content /></p>
    <ng-content select="[action]" />
    <ng-content select="[after]" />`,
  styles: `
    :host {
      --icon: 28px;
      display: grid;
      gap: 8px;
      justify-items: center;
      padding: 32px 24px;
      text-align: center;
    }
    .ic {
      width: 56px;
      height: 56px;
      border-radius: 20px;
    }
    h1,
    h2,
    h3 {
      font: var(--mat-sys-title-medium);
    }
    p {
      max-width: 40ch;
      margin-bottom: 8px;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class Empty {
  readonly icon = input.required<IconName>();
  readonly heading = input.required<string>();
  /** g = all is well, o = ask somebody, r = something failed. */
  readonly tone = input<'' | 'g' | 'o' | 'r'>('');
  readonly level = input<1 | 2 | 3>(3);
}
