import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Refusal } from '@bota/people/web';
import type { HouseKey } from '@bota/residents/domain';
import { DialogFrame, FIELDS, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { Keys } from './keys.client';

/** Adds a key or badge, or changes one. Answers whether it was kept. */
@Component({
  selector: 'b75-key-dialog',
  imports: [DialogFrame, FormField, FormRoot, MatFormFieldModule, MatInput, Refusal],
  providers: [FIELDS, Acts],
  templateUrl: './key-dialog.html',
})
export class KeyDialog {
  private readonly keys = inject(Keys);
  private readonly dialog = inject<MatDialogRef<KeyDialog, boolean>>(MatDialogRef);
  protected readonly space = inject(SpaceStore);
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  protected readonly key = inject<HouseKey | null>(MAT_DIALOG_DATA);
  protected readonly kinds = ['key', 'badge'] as const;
  private readonly draft = signal({
    label: this.key?.label ?? '',
    kind: this.key?.kind ?? ('key' as const),
    opens: this.key?.opens ?? '',
    roomId: this.key?.roomId ?? '',
  });
  protected readonly fields = form(
    this.draft,
    (path) => {
      required(path.label, { message: 'house.keys.labelNeeded' });
      maxLength(path.label, 40, { message: 'house.keys.labelNeeded' });
      maxLength(path.opens, 200);
    },
    { submission: { action: () => this.save() } },
  );

  private async save(): Promise<undefined> {
    const { roomId, ...draft } = this.draft();
    const wish = { ...draft, roomId: roomId || null };
    const { key } = this;
    const act = () => (key ? this.keys.edit(key, wish) : this.keys.add(wish));
    if (await this.acts.attempt(act, this.texts.t('house.keys.said.kept', { label: draft.label.trim() }))) this.dialog.close(true);
  }
}
