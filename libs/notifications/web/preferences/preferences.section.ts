import { inject, type Type } from '@angular/core';
import { Texts } from '@bota/shared/ui';
import { PREFERENCES_TEXTS } from './preferences.texts';

/** What notifications add to the page of one's account; with its texts, when that page opens. */
export function preferenceSection(): () => Promise<Type<unknown>> {
  const texts = inject(Texts);
  return async () => {
    await texts.add('preferences', PREFERENCES_TEXTS);
    return (await import('./preferences')).Preferences;
  };
}
