import { NgComponentOutlet } from '@angular/common';
import { Component, computed, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageHeader, Segments, SectionHeader, Texts } from '@bota/shared/ui';
import { LANGUAGE_NAMES } from '../language-names';
import { PlainFrame } from '../plain-frame';
import { ReadingLanguage } from '../reading-language';
import { Session } from '../session';
import { ACCOUNT_SECTION } from './account-section';
import { NameForm } from './name-form';
import { OwnData } from './own-data';
import { PasswordForm } from './password-form';
import { SessionList } from './session-list';
import { MyWaysSection } from './ways/my-ways';

/** What a person keeps about themself: name, language, password, sessions, data. */
@Component({
  selector: 'b75-account',
  imports: [
    MatButton,
    MyWaysSection,
    NameForm,
    NgComponentOutlet,
    OwnData,
    PageHeader,
    PasswordForm,
    PlainFrame,
    RouterLink,
    SectionHeader,
    Segments,
    SessionList,
  ],
  templateUrl: './account.html',
  styleUrl: './account.scss',
})
export class AccountPage {
  protected readonly texts = inject(Texts);
  protected readonly reading = inject(ReadingLanguage);
  private readonly session = inject(Session);
  private readonly load = inject(ACCOUNT_SECTION);
  protected readonly section = resource({ loader: async () => (await this.load?.()) ?? null });
  protected readonly person = computed(() => this.session.me()?.person);
  protected readonly languages = this.reading.languages.map((value) => ({ value, text: LANGUAGE_NAMES[value], lang: value }));
}
