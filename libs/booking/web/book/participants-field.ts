import { Component, computed, type ElementRef, inject, input, linkedSignal, output, viewChild } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import type { Participant } from '@bota/booking/domain';
import { FIELDS, Texts } from '@bota/shared/ui';
import { isSeveral, readAddresses, withOthers } from './addresses';
import type { BookForm } from './book-form';

type Invites = Pick<BookForm, 'participants' | 'typedAddress'>;

/** Whom the booking invites: one address after the other, or many at once; folded away while there is nobody. */
@Component({
  selector: 'b75-participants-field',
  imports: [MatFormFieldModule, MatIcon, MatInput],
  providers: [FIELDS],
  templateUrl: './participants-field.html',
  styleUrl: './participants-field.scss',
})
export class ParticipantsField {
  protected readonly texts = inject(Texts);
  private readonly field = viewChild.required<ElementRef<HTMLInputElement>>('typed');
  readonly value = input.required<Invites>();
  readonly wrong = input<string>();
  readonly changed = output<Partial<Invites>>();

  protected readonly people = computed(() => this.value().participants ?? []);
  /** Opened it stays open, also when the last one goes. */
  protected readonly isOpen = linkedSignal<boolean, boolean>({
    source: () => this.people().length > 0 || !!this.wrong(),
    computation: (isNeeded, before) => isNeeded || (before?.value ?? false),
  });

  protected type(text: string): void {
    if (isSeveral(text)) this.take(text);
    else this.changed.emit({ typedAddress: text });
  }

  /** A field of one line would lose where one address ends. */
  protected paste(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData('text') ?? '';
    if (!isSeveral(text)) return;
    event.preventDefault();
    this.take(`${this.value().typedAddress}${text}`);
  }

  /** Enter names somebody and never saves: what is sent to people is not taken back. */
  protected enter(event: Event, text: string): void {
    event.preventDefault();
    this.take(text);
  }

  protected take(text: string): void {
    const { found, unread } = readAddresses(text);
    // Also when what is left is what was there before it was typed.
    this.field().nativeElement.value = unread;
    this.changed.emit({ participants: withOthers(this.people(), found), typedAddress: unread });
  }

  /** The field takes the focus: of the Enter that drops somebody it must not see the rest, which would save. */
  protected drop({ email }: Participant): void {
    this.changed.emit({ participants: this.people().filter((one) => one.email !== email) });
    this.field().nativeElement.focus();
  }
}
