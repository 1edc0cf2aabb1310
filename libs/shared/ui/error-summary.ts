import { Component, effect, ElementRef, inject, input } from '@angular/core';
import { Texts } from './texts';

/** One thing to repair; `field` is the id of the control it is about. */
export type FieldError = { field: string | null; message: string };

/** What is to be repaired in a form, above it: takes the focus when it appears, each line leads to its field. Empty shows nothing. */
@Component({
  selector: 'ui-error-summary',
  template: `@if (errors().length) {
    <div role="alert" tabindex="-1">
      <h2>{{ texts.count('ui.errorSummary', errors().length) }}</h2>
      <ul>
        @for (error of errors(); track $index) {
          <li>
            @if (error.field; as field) {
              <a [href]="'#' + field" (click)="focus($event, field)">{{ error.message }}</a>
            } @else {
              {{ error.message }}
            }
          </li>
        }
      </ul>
    </div>
  }`,
  styles: `
    div {
      padding: 16px 20px;
      margin-bottom: 20px;
      border: 2px solid var(--mat-sys-error);
      border-radius: 12px;
    }
    h2 {
      margin-bottom: 4px;
      font: var(--mat-sys-title-medium);
    }
    li {
      padding: 2px 0;
    }
    a {
      font-weight: 600;
      color: var(--mat-sys-error);
    }
  `,
})
export class ErrorSummary {
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly texts = inject(Texts);
  readonly errors = input.required<readonly FieldError[]>();

  constructor() {
    effect(() => {
      if (this.errors().length) setTimeout(() => this.host.nativeElement.querySelector<HTMLElement>('[role=alert]')?.focus());
    });
  }

  protected focus(event: Event, field: string): void {
    event.preventDefault();
    this.host.nativeElement.ownerDocument.getElementById(field)?.focus();
  }
}
