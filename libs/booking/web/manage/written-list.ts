import { NgTemplateOutlet } from '@angular/common';
import { Component, contentChild, inject, input, model, output, type ResourceRef, type TemplateRef } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Empty, Failure, type IconName, RowFocus, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';

/** What one of the list says: a title, and sentences below it. */
export type Written = { id: string; title: string; said: readonly string[] };

/**
 * A list whose lines are written in their place, with a new one below. The form is the template `#form` (given the id, or `new`), more acts
 * of a line the template `#more` (given the line); `of` begins the keys of its words.
 */
@Component({
  selector: 'b75-written-list',
  imports: [Empty, Failure, MatButton, NgTemplateOutlet, RowFocus, SectionHeader, Skeleton],
  template: `@if (resource().hasValue()) {
      <ul uiRowFocus>
        @for (row of rows(); track row.id) {
          <li>
            @if (writing() === row.id) {
              <ng-container [ngTemplateOutlet]="form()" [ngTemplateOutletContext]="{ $implicit: row.id }" />
            } @else {
              <div class="row">
                <div class="body">
                  <div class="t">{{ row.title }}</div>
                  @for (line of row.said; track $index) {
                    <div class="s">{{ line }}</div>
                  }
                </div>
                <div class="end acts">
                  <button matButton="outlined" type="button" (click)="writing.set(row.id)">
                    {{ texts.t(of() + '.edit') }}<span class="vh"> {{ row.title }}</span>
                  </button>
                  <ng-container [ngTemplateOutlet]="more() ?? null" [ngTemplateOutletContext]="{ $implicit: row }" />
                  <button matButton type="button" [disabled]="isBusy()" disabledInteractive (click)="removed.emit(row)">
                    {{ texts.t(of() + '.remove') }}<span class="vh"> {{ row.title }}</span>
                  </button>
                </div>
              </div>
            }
          </li>
        } @empty {
          <li>
            <ui-empty [icon]="icon()" tone="g" [heading]="texts.t(of() + '.none')">{{ texts.t(of() + '.noneHint') }}</ui-empty>
          </li>
        }
      </ul>
    } @else if (resource().error(); as error) {
      <ui-failure [error]="error" (retry)="resource().reload()" />
    } @else {
      <ui-skeleton [rows]="3" />
    }
    <section>
      @if (writing() === 'new') {
        <ui-section-header [heading]="texts.t(of() + '.new')" />
        <ng-container [ngTemplateOutlet]="form()" [ngTemplateOutletContext]="{ $implicit: 'new' }" />
      } @else {
        <button matButton="filled" type="button" (click)="writing.set('new')">{{ texts.t(of() + '.new') }}</button>
      }
    </section>`,
  styleUrl: './manage.scss',
  styles: `
    section {
      margin: 24px 0 0;
    }
  `,
})
export class WrittenList {
  protected readonly texts = inject(Texts);
  readonly of = input.required<string>();
  readonly icon = input.required<IconName>();
  readonly resource = input.required<Pick<ResourceRef<unknown>, 'hasValue' | 'error' | 'reload'>>();
  readonly rows = input.required<readonly Written[]>();
  readonly isBusy = input(false);
  /** `new`, or the id of the one being written. */
  readonly writing = model<string | null>(null);
  readonly removed = output<Written>();
  protected readonly form = contentChild.required<TemplateRef<unknown>>('form');
  protected readonly more = contentChild<TemplateRef<unknown>>('more');
}
