import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RuleWords, type SaidRoom } from './rule-words';

/** The rules of a room as residents read them, and how it can be set up. */
@Component({
  selector: 'b75-rule-list',
  imports: [MatIcon],
  template: `<ul>
    @for (rule of rules(); track rule.text) {
      <li>
        <mat-icon [svgIcon]="rule.icon" /><span>{{ rule.text }}</span>
      </li>
    }
  </ul>`,
  styles: `
    li {
      display: flex;
      gap: 12px;
      padding: 10px 0;
      border-bottom: 1px solid var(--mat-sys-outline-variant);
      &:last-child {
        border-bottom: 0;
      }
    }
    mat-icon {
      color: var(--mat-sys-on-surface-variant);
    }
    span {
      min-width: 0;
    }
  `,
})
export class RuleList {
  private readonly words = inject(RuleWords);
  readonly room = input.required<SaidRoom>();
  protected readonly rules = computed(() => [...this.words.say(this.room()), ...this.words.layouts(this.room())]);
}
