import { Component, computed, inject, signal } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatCheckbox } from '@angular/material/checkbox';
import { MAT_DIALOG_DATA, MatDialogActions, MatDialogClose, MatDialogContent, MatDialogTitle } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { SavedView } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { FIELDS, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { SavedViewsClient, savedViewsResource } from './saved-views.client';

/** The address that may be kept. */
export type ViewsQuestion = { query: string };

/** Keeps the way the agenda is looked at, and the ones kept before: renamed, opened on, deleted. */
@Component({
  selector: 'b75-views-dialog',
  imports: [
    MatButton,
    MatCheckbox,
    MatDialogActions,
    MatDialogClose,
    MatDialogContent,
    MatDialogTitle,
    MatFormFieldModule,
    MatIcon,
    MatIconButton,
    MatInput,
    Refusal,
  ],
  providers: [FIELDS, Acts],
  templateUrl: './views-dialog.html',
  styleUrl: './views-dialog.scss',
})
export class ViewsDialog {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly client = inject(SavedViewsClient);
  private readonly question = inject<ViewsQuestion>(MAT_DIALOG_DATA);
  private readonly resource = savedViewsResource(inject(SpaceStore).ref, () => true);
  protected readonly name = signal('');
  protected readonly views = computed(() => (this.resource.hasValue() ? this.resource.value().items : []));

  protected async save(): Promise<void> {
    const name = this.name().trim();
    if (!name) return;
    const draft = { name, query: this.question.query, isDefault: false };
    if (await this.acts.attempt(() => this.client.create(draft), this.texts.t('booking.views.saved', { name }))) this.name.set('');
    this.resource.reload();
  }

  protected async rename({ id, name: before }: SavedView, name: string): Promise<void> {
    if (!name.trim() || name.trim() === before) return;
    await this.acts.attempt(() => this.client.edit(id, { name }), this.texts.t('booking.views.changed', { name: name.trim() }));
    this.resource.reload();
  }

  protected async open({ id, name }: SavedView, isDefault: boolean): Promise<void> {
    await this.acts.attempt(() => this.client.edit(id, { isDefault }), this.texts.t('booking.views.changed', { name }));
    this.resource.reload();
  }

  protected async remove({ id, name }: SavedView): Promise<void> {
    await this.acts.attempt(() => this.client.remove(id), this.texts.t('booking.views.removed', { name }));
    this.resource.reload();
  }
}
