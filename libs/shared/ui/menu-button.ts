import { Component, type ElementRef, input, output, signal, viewChild } from '@angular/core';
import type { MenuChoice } from './menu-choices';
import { MenuChoices } from './menu-choices';

/**
 * A button that opens a menu; Material's menu comes with the first one that is opened. `choices` with `isChosen` are radio items, and the
 * button stands out with `isOn`.
 */
@Component({
  selector: 'ui-menu-button',
  imports: [MenuChoices],
  template: `<button
      #button
      type="button"
      class="chip"
      [class.on]="isOn()"
      aria-haspopup="menu"
      [attr.aria-expanded]="isOpen()"
      (click)="toggle()"
      (keydown.arrowdown)="$event.preventDefault(); toggle()"
    >
      <ng-content />
    </button>
    @defer (when wasOpened()) {
      @if (isOpen()) {
        <ui-menu-choices [choices]="choices()" (picked)="picked.emit($event)" (closed)="close()" />
      }
    }`,
  styles: `
    :host {
      position: relative;
      display: inline-flex;
    }
  `,
})
export class MenuButton<Value extends string = string> {
  private readonly button = viewChild.required<ElementRef<HTMLButtonElement>>('button');
  readonly choices = input.required<readonly MenuChoice<Value>[]>();
  readonly isOn = input(false);
  readonly picked = output<Value>();
  protected readonly isOpen = signal(false);
  protected readonly wasOpened = signal(false);

  protected toggle(): void {
    this.wasOpened.set(true);
    this.isOpen.update((isOpen) => !isOpen);
  }

  protected close(): void {
    this.isOpen.set(false);
    this.button().nativeElement.focus();
  }
}
