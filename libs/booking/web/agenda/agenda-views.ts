import { Component, computed, effect, inject, input, output, untracked } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import { ActivatedRoute } from '@angular/router';
import type { SavedView } from '@bota/booking/domain';
import { Session } from '@bota/people/web';
import { Dialogs, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { savedViewsResource } from './saved-views.client';
import type { ViewsQuestion } from './views-dialog';

/** The ways of looking at the agenda that the reader keeps: each one press away, and one to open on. */
@Component({
  selector: 'b75-agenda-views',
  imports: [MatIcon, MatMenuModule],
  template: `@if (isSignedIn()) {
    <button type="button" class="chip" [matMenuTriggerFor]="menu">
      <mat-icon svgIcon="visibility" />{{ texts.t('booking.views.title') }}
    </button>
    <mat-menu #menu>
      @for (view of views(); track view.id) {
        <button mat-menu-item type="button" (click)="opened.emit(paramsOf(view))">
          @if (view.isDefault) {
            <mat-icon svgIcon="home" />
          }
          {{ view.name }}
        </button>
      }
      <button mat-menu-item type="button" (click)="manage()"><mat-icon svgIcon="edit" />{{ texts.t('booking.views.manage') }}</button>
    </mat-menu>
  }`,
  styleUrl: './agenda-filters.scss',
})
export class AgendaViews {
  protected readonly texts = inject(Texts);
  private readonly session = inject(Session);
  private readonly dialogs = inject(Dialogs);
  private readonly space = inject(SpaceStore);
  /** The query of the address that is looked at, without its date. */
  readonly query = input.required<string>();
  readonly opened = output<Record<string, string>>();

  protected readonly isSignedIn = computed(() => !!this.session.me());
  private readonly resource = savedViewsResource(this.space.ref, this.isSignedIn);
  protected readonly views = computed(() => (this.resource.hasValue() ? this.resource.value().items : []));

  constructor() {
    // An address that says something is opened as it says; only the plain one opens on the view of its reader.
    let isPlain = Object.keys(inject(ActivatedRoute).snapshot.queryParams).length === 0;
    effect(() => {
      if (!isPlain || !this.resource.hasValue()) return;
      isPlain = false;
      const chosen = this.views().find(({ isDefault }) => isDefault);
      if (chosen) untracked(() => this.opened.emit(this.paramsOf(chosen)));
    });
  }

  protected paramsOf = ({ query }: SavedView): Record<string, string> => Object.fromEntries(new URLSearchParams(query));

  protected async manage(): Promise<void> {
    const load = () => import('./views-dialog').then(({ ViewsDialog }) => ViewsDialog);
    const data: ViewsQuestion = { query: this.query() };
    await this.dialogs.ask(load, { data, width: '520px' });
    this.resource.reload();
  }
}
