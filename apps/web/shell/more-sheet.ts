import { Component, inject } from '@angular/core';
import { MatBottomSheet, MatBottomSheetRef } from '@angular/material/bottom-sheet';
import { MatButton } from '@angular/material/button';
import { MatButtonToggle, MatButtonToggleGroup } from '@angular/material/button-toggle';
import { MatIcon } from '@angular/material/icon';
import { Router } from '@angular/router';
import { LANGUAGE_NAMES, ReadingLanguage, Session } from '@bota/people/web';
import { Texts, ThemeChoice } from '@bota/shared/ui';
import { Account } from './account';

export { MatBottomSheet };

/** "More" on phone: language, light or dark, account. */
@Component({
  selector: 'b75-more-sheet',
  imports: [MatButton, MatButtonToggle, MatButtonToggleGroup, MatIcon],
  templateUrl: './more-sheet.html',
  styleUrl: './more-sheet.scss',
})
export class MoreSheet {
  private readonly sheet = inject<MatBottomSheetRef<MoreSheet>>(MatBottomSheetRef);
  private readonly router = inject(Router);
  protected readonly account = inject(Account);
  protected readonly session = inject(Session);
  protected readonly reading = inject(ReadingLanguage);
  protected readonly theme = inject(ThemeChoice);
  protected readonly texts = inject(Texts);
  protected readonly languageNames = LANGUAGE_NAMES;

  protected signIn(): void {
    this.sheet.dismiss();
    void this.router.navigate(['/sign-in'], { queryParams: { return: this.router.url } });
  }

  protected signOut(): void {
    this.sheet.dismiss();
    void this.account.signOut();
  }
}
