import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { FIELDS, FileDrop, Texts } from '@bota/shared/ui';

/** Which calendar: a file, or the address of one. */
@Component({
  selector: 'b75-calendar-choice',
  imports: [FileDrop, MatButton, MatFormFieldModule, MatInput],
  providers: [FIELDS],
  templateUrl: './calendar-choice.html',
  styleUrl: './calendar-choice.scss',
})
export class CalendarChoice {
  protected readonly texts = inject(Texts);
  readonly isBusy = input(false);
  readonly picked = output<File>();
  readonly named = output<string>();

  protected read(url: string): void {
    if (url.trim() && !this.isBusy()) this.named.emit(url.trim());
  }
}
