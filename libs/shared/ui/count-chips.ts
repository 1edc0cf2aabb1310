import { Component, input, output } from '@angular/core';

export type CountChip<Value extends string> = { value: Value; text: string; count: number };

let count = 0;

/** What a list is narrowed to, with how many there are of each: radio buttons in the look of chips. */
@Component({
  selector: 'ui-count-chips',
  host: { role: 'radiogroup', class: 'chips' },
  template: `@for (one of chips(); track one.value) {
    <label>
      <input type="radio" [name]="name" [checked]="one.value === value()" (change)="picked.emit(one.value)" />
      {{ one.text }} <span>{{ one.count }}</span>
    </label>
  }`,
  styles: `
    label {
      position: relative;
      padding: 0 12px;
      border: 1px solid var(--mat-sys-outline-variant);
      border-radius: 16px;
      font: var(--mat-sys-label-large);
      line-height: 32px;
      cursor: pointer;
      &:hover {
        background: color-mix(in srgb, var(--mat-sys-on-surface) 8%, transparent);
      }
      &:has(:checked) {
        border-color: transparent;
        background: var(--mat-sys-secondary-container);
        color: var(--mat-sys-on-secondary-container);
      }
      &:has(:focus-visible) {
        outline: 3px solid var(--mat-sys-primary);
        outline-offset: 2px;
      }
    }
    span {
      font-weight: 500;
      opacity: 0.8;
    }
    input {
      position: absolute;
      inset: 0;
      margin: 0;
      opacity: 0;
      cursor: pointer;
    }
    @media (max-width: 700px) {
      label {
        border-radius: 22px;
        line-height: 42px;
      }
    }
  `,
})
export class CountChips<Value extends string> {
  readonly chips = input.required<readonly CountChip<Value>[]>();
  readonly value = input.required<Value>();
  readonly picked = output<Value>();
  protected readonly name = `count-chips-${++count}`;
}
