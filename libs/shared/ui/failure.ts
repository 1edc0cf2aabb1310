import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Empty } from './empty';
import type { IconName } from './icons.generated';
import { type Explanation, ProblemTexts } from './problem-texts';
import { Texts } from './texts';

const LOOKS: Record<Explanation['kind'], { icon: IconName; tone: '' | 'o' | 'r' }> = {
  offline: { icon: 'cloud_off', tone: '' },
  forbidden: { icon: 'lock', tone: 'o' },
  missing: { icon: 'search_off', tone: '' },
  failed: { icon: 'sync_problem', tone: 'r' },
};

/** A view that could not be loaded or may not be seen: what happened, what to do, the reference. `<ui-failure [error]="resource.error()" (retry)="resource.reload()" />` */
@Component({
  selector: 'ui-failure',
  imports: [Empty, MatButton, MatIcon],
  host: { role: 'alert' },
  template: `<ui-empty [icon]="look().icon" [tone]="look().tone" [heading]="heading() || explanation().title">
    {{ explanation().text }}
    @if (explanation().kind !== 'missing' && explanation().kind !== 'forbidden') {
      <button action matButton="tonal" type="button" (click)="retry.emit()"><mat-icon svgIcon="refresh" />{{ texts.t('ui.retry') }}</button>
    }
    <ng-content select="[action]" ngProjectAs="[action]" />
    @if (explanation().reference; as reference) {
      <span after class="reference">{{ texts.t('ui.reference') }} {{ reference }}</span>
    }
  </ui-empty>`,
  styles: `
    :host {
      display: block;
    }
    .reference {
      font:
        500 12px/18px ui-monospace,
        Menlo,
        monospace;
      overflow-wrap: anywhere;
      color: var(--mat-sys-on-surface-variant);
    }
  `,
})
export class Failure {
  private readonly problems = inject(ProblemTexts);
  readonly error = input.required<unknown>();
  /** What could not be loaded, in place of the general sentence: "L’agenda n’a pas pu être chargé". */
  readonly heading = input('');
  readonly retry = output();
  protected readonly texts = inject(Texts);
  protected readonly explanation = computed(() => this.problems.explain(this.error()));
  protected readonly look = computed(() => LOOKS[this.explanation().kind]);
}
