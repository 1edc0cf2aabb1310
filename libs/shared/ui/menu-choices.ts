import { afterNextRender, Component, input, output, viewChild } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import type { IconName } from './icons.generated';

/** `isChosen` said: one of several that exclude each other. `isApart`: begins another group. */
export type MenuChoice<Value extends string = string> = {
  value: Value;
  text: string;
  icon?: IconName;
  isChosen?: boolean;
  isApart?: boolean;
};

/** The menu of a `ui-menu-button`: open as soon as it is there, under the button that holds it. */
@Component({
  selector: 'ui-menu-choices',
  imports: [MatIcon, MatMenu, MatMenuItem, MatMenuTrigger],
  template: `<span [matMenuTriggerFor]="menu" [matMenuTriggerRestoreFocus]="false" (menuClosed)="closed.emit()" aria-hidden="true"></span>
    <mat-menu #menu>
      @for (one of choices(); track one.value) {
        <button
          mat-menu-item
          type="button"
          [class.apart]="one.isApart"
          [role]="one.isChosen === undefined ? 'menuitem' : 'menuitemradio'"
          [attr.aria-checked]="one.isChosen ?? null"
          (click)="picked.emit(one.value)"
        >
          @if (one.isChosen !== undefined) {
            <mat-icon svgIcon="check" [class.off]="!one.isChosen" />
          } @else if (one.icon; as icon) {
            <mat-icon [svgIcon]="icon" />
          }
          {{ one.text }}
        </button>
      }
    </mat-menu>`,
  styles: `
    span {
      position: absolute;
      inset: 0;
      pointer-events: none;
    }
    .off {
      visibility: hidden;
    }
    .apart {
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
  `,
})
export class MenuChoices<Value extends string = string> {
  private readonly trigger = viewChild.required(MatMenuTrigger);
  readonly choices = input.required<readonly MenuChoice<Value>[]>();
  readonly picked = output<Value>();
  readonly closed = output();

  constructor() {
    afterNextRender(() => this.trigger().openMenu());
  }
}
