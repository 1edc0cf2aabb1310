import type { Provider } from '@angular/core';
import type { FieldTree } from '@angular/forms/signals';
import { MAT_FORM_FIELD_DEFAULT_OPTIONS, type MatFormFieldDefaultOptions } from '@angular/material/form-field';
import type { FieldError } from './error-summary';

const OPTIONS: MatFormFieldDefaultOptions = { appearance: 'outline', subscriptSizing: 'dynamic', hideRequiredMarker: true };

/**
 * Fields look alike: outlined, the label above, hint and error below. A component with fields says `providers: [FIELDS]`, and
 * `<div class="field"><label for="title">…</label><mat-form-field><input matInput id="title" [formField]="f.title" />
 * <mat-error>{{ texts.t(f.title().errors()[0]?.message) }}</mat-error></mat-form-field></div>`; validators answer keys as messages.
 */
export const FIELDS: Provider = { provide: MAT_FORM_FIELD_DEFAULT_OPTIONS, useValue: OPTIONS };

/** The errors of a form for its `<ui-error-summary>`: each leads to the control bound to its field, or to the one inside it. */
export const errorsOf = (form: FieldTree<unknown>, say: (key: string) => string): FieldError[] =>
  form()
    .errorSummary()
    .map(({ fieldTree, message }) => ({ field: controlOf(fieldTree().formFieldBindings()[0]?.element), message: say(message ?? '') }));

const controlOf = (element: HTMLElement | undefined): string | null =>
  element?.id || element?.querySelector('input, select, textarea')?.id || null;
