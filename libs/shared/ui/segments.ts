import { Component, input, output } from '@angular/core';

export type Segment<Value extends string> = { value: Value; text: string; lang?: string };

let count = 0;

/** One of a few, always in sight: radio buttons in the look of Material's segmented button, without its weight. */
@Component({
  selector: 'ui-segments',
  host: { role: 'radiogroup' },
  template: `@for (one of segments(); track one.value) {
    <label [attr.lang]="one.lang">
      <input type="radio" [name]="name" [checked]="one.value === value()" (change)="picked.emit(one.value)" />{{ one.text }}
    </label>
  }`,
  styles: `
    :host {
      display: inline-flex;
      overflow: hidden;
      border: 1px solid var(--mat-sys-outline);
      border-radius: 20px;
    }
    label {
      position: relative;
      flex: 1;
      padding: 0 12px;
      font: 600 14px/38px var(--b75-text);
      white-space: nowrap;
      text-align: center;
      cursor: pointer;
      &:hover {
        background: color-mix(in srgb, var(--mat-sys-on-surface) 8%, transparent);
      }
      &:has(:checked) {
        background: var(--mat-sys-secondary-container);
        color: var(--mat-sys-on-secondary-container);
      }
      &:has(:focus-visible) {
        box-shadow: inset 0 0 0 3px var(--mat-sys-primary);
      }
      &:first-child {
        border-radius: 20px 0 0 20px;
      }
      &:last-child {
        border-radius: 0 20px 20px 0;
      }
    }
    label + label {
      border-left: 1px solid var(--mat-sys-outline);
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
        line-height: 42px;
      }
    }
  `,
})
export class Segments<Value extends string> {
  readonly segments = input.required<readonly Segment<Value>[]>();
  readonly value = input<Value>();
  readonly picked = output<Value>();
  protected readonly name = `segments-${++count}`;
}
