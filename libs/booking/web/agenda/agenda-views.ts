import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Dialogs, type MenuChoice, MenuButton, Texts } from '@bota/shared/ui';
import { SavedViewsStore } from './saved-views.store';
import type { ViewsQuestion } from './views-dialog';

const MANAGE = 'manage';

/** The ways of looking at the agenda that the reader keeps: each one press away, and one to open on. */
@Component({
  selector: 'b75-agenda-views',
  imports: [MatIcon, MenuButton],
  template: `@if (store.isSignedIn()) {
    <ui-menu-button [choices]="choices()" (picked)="pick($event)">
      <mat-icon svgIcon="visibility" />{{ texts.t('booking.views.title') }}
    </ui-menu-button>
  }`,
  styles: `
    mat-icon {
      display: var(--icon-shown, inline-block);
    }
  `,
})
export class AgendaViews {
  protected readonly texts = inject(Texts);
  protected readonly store = inject(SavedViewsStore);
  private readonly dialogs = inject(Dialogs);
  /** The query of the address that is looked at, without its date. */
  readonly query = input.required<string>();
  protected readonly choices = computed<MenuChoice[]>(() => [
    ...this.store.views().map(({ id, name, isDefault }) => ({ value: id, text: name, ...(isDefault && { icon: 'home' as const }) })),
    { value: MANAGE, text: this.texts.t('booking.views.manage'), icon: 'edit', isApart: this.store.views().length > 0 },
  ]);

  protected pick(value: string): void {
    const view = this.store.views().find(({ id }) => id === value);
    if (view) this.store.open(view);
    else void this.manage();
  }

  private async manage(): Promise<void> {
    const load = () => import('./views-dialog').then(({ ViewsDialog }) => ViewsDialog);
    const data: ViewsQuestion = { query: this.query() };
    await this.dialogs.ask(load, { data, width: '520px' });
    this.store.reload();
  }
}
