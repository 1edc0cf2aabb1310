import { Component, computed, inject } from '@angular/core';
import { MatBottomSheet, MatBottomSheetRef } from '@angular/material/bottom-sheet';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { LANGUAGE_NAMES, ReadingLanguage, Session } from '@bota/people/web';
import { Segments, Texts, ThemeChoice } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Account } from './account';
import { sectionsOfReader } from './sections';

export { MatBottomSheet };

/** "More" on phone: the other sections, language, light or dark, account. */
@Component({
  selector: 'b75-more-sheet',
  imports: [MatButton, MatIcon, RouterLink, Segments],
  templateUrl: './more-sheet.html',
  styleUrl: './more-sheet.scss',
})
export class MoreSheet {
  protected readonly sheet = inject<MatBottomSheetRef<MoreSheet>>(MatBottomSheetRef);
  private readonly router = inject(Router);
  protected readonly account = inject(Account);
  protected readonly session = inject(Session);
  protected readonly reading = inject(ReadingLanguage);
  protected readonly theme = inject(ThemeChoice);
  protected readonly texts = inject(Texts);
  protected readonly sections = sectionsOfReader();
  private readonly store = inject(SpaceStore);
  protected readonly space = this.store.ref;
  /** Those of the house, and the one that is read. */
  protected readonly languages = computed(() => {
    const offered = this.store.space.hasValue() ? this.store.space.value().languages : this.reading.languages;
    return this.reading.languages
      .filter((value) => value === this.reading.current() || offered.includes(value))
      .map((value) => ({ value, text: LANGUAGE_NAMES[value], lang: value }));
  });
  protected readonly themes = computed(() =>
    this.theme.choices.map((value) => ({ value, text: this.texts.t(`shell.theme.${value}Short`) })),
  );

  protected close(): void {
    this.sheet.dismiss();
  }

  protected signIn(): void {
    this.sheet.dismiss();
    void this.router.navigate(['/sign-in'], { queryParams: { return: this.router.url } });
  }

  protected signOut(): void {
    this.sheet.dismiss();
    void this.account.signOut();
  }
}
