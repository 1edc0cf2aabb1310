import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { type ApplicationConfig, inject, provideAppInitializer, provideBrowserGlobalErrorListeners } from '@angular/core';
import { provideRouter, TitleStrategy, withComponentInputBinding, withInMemoryScrolling } from '@angular/router';
import { preferenceSection } from '@bota/notifications/web';
import { ACCOUNT_SECTION, expiredSession, ReadingLanguage } from '@bota/people/web';
import { connectionWatch, PageTitle, provideIcons, provideTexts, Texts, ThemeChoice, UI_TEXTS } from '@bota/shared/ui';
import { routes } from './app.routes';
import { SHELL_TEXTS } from './i18n/shell.texts';
import { PageFocus } from './shell/page-focus';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideHttpClient(withInterceptors([connectionWatch, expiredSession])),
    provideRouter(
      routes,
      withComponentInputBinding(),
      withInMemoryScrolling({ scrollPositionRestoration: 'enabled', anchorScrolling: 'enabled' }),
    ),
    provideIcons(),
    provideTexts(),
    { provide: TitleStrategy, useExisting: PageTitle },
    { provide: ACCOUNT_SECTION, useFactory: preferenceSection },
    provideAppInitializer(begin),
  ],
};

/** Theme, texts and language are there before the first page shows. */
async function begin(): Promise<void> {
  const texts = inject(Texts);
  const language = inject(ReadingLanguage);
  inject(ThemeChoice);
  inject(PageFocus);
  await Promise.all([texts.add('ui', UI_TEXTS), texts.add('shell', SHELL_TEXTS)]);
  await language.begin();
}
