import { Component, inject, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, validate } from '@angular/forms/signals';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { MatRadioButton, MatRadioGroup } from '@angular/material/radio';
import { ContactEdit, type Member } from '@bota/people/domain';
import { Refusal } from '@bota/people/web';
import { DialogFrame, FIELDS, Texts } from '@bota/shared/ui';
import { Acts } from '../acts';
import { Residencies } from '../residencies.client';

export type ContactOf = { organisation: string; member: Member };
type Audience = 'nobody' | 'house' | 'public';

/** A member says to whom they are shown as contact, and with what. Answers whether something changed. */
@Component({
  selector: 'b75-contact-dialog',
  imports: [DialogFrame, FormField, FormRoot, MatFormFieldModule, MatInput, MatRadioButton, MatRadioGroup, Refusal],
  providers: [FIELDS, Acts],
  templateUrl: './contact-dialog.html',
  styleUrl: './contact-dialog.scss',
})
export class ContactDialog {
  private readonly residencies = inject(Residencies);
  private readonly dialog = inject<MatDialogRef<ContactDialog, boolean>>(MatDialogRef);
  private readonly data = inject<ContactOf>(MAT_DIALOG_DATA);
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  protected readonly audiences: readonly Audience[] = ['nobody', 'house', 'public'];
  protected readonly audience = signal<Audience>(this.data.member.contact.audience ?? 'nobody');
  private readonly draft = signal({ role: this.data.member.contact.role, phone: this.data.member.contact.phone });

  protected readonly fields = form(
    this.draft,
    (path) => {
      maxLength(path.role, 80, { message: 'residents.contact.roleLong' });
      validate(path.phone, ({ value }) =>
        ContactEdit.shape.phone.safeParse(value()).success ? undefined : { kind: 'phone', message: 'residents.contact.phoneUnread' },
      );
    },
    { submission: { action: () => this.save() } },
  );

  private async save(): Promise<undefined> {
    const { organisation, member } = this.data;
    const shown = this.audience();
    const edit = { ...this.draft(), audience: shown === 'nobody' ? null : shown };
    const said = this.texts.t(`residents.contact.saved.${shown}`);
    if (await this.acts.attempt(() => this.residencies.showAsContact(organisation, member.personId, edit), said)) this.dialog.close(true);
  }
}
