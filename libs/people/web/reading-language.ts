import { DOCUMENT, effect, inject, Injectable } from '@angular/core';
import { type Language, LANGUAGES } from '@bota/shared/domain';
import { remember, remembered, Texts } from '@bota/shared/ui';
import { Session } from './session';

const known = (language: string | null | undefined) => LANGUAGES.find((l) => l === language?.slice(0, 2));

/** The language of the interface: of the account when signed in, else as chosen on this device, else of the browser, else French. */
@Injectable({ providedIn: 'root' })
export class ReadingLanguage {
  private readonly session = inject(Session);
  private readonly texts = inject(Texts);
  readonly languages = LANGUAGES;
  readonly current = this.texts.language;

  constructor() {
    const root = inject(DOCUMENT).documentElement;
    effect(() => (root.lang = this.current()));
    effect(() => {
      const language = this.session.me()?.person.language;
      if (language) void this.texts.speak(language);
    });
  }

  /** Speaks before the first page shows. */
  async begin(): Promise<void> {
    const me = await this.session.known();
    await this.texts.speak(me?.person.language ?? known(remembered('language')) ?? navigator.languages.map(known).find(Boolean) ?? 'fr');
  }

  /** The interface changes at once; an account that cannot be written to now does not hold it back. */
  async choose(language: Language): Promise<void> {
    remember('language', language);
    await this.texts.speak(language);
    await this.session.remember(language).catch(() => undefined);
  }
}
