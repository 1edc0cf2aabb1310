import { type Routes } from '@angular/router';
import { withTexts } from '@bota/shared/ui';
import { PREFERENCES_TEXTS } from './preferences.texts';

/** Where the link of a letter leads, signed in or not. */
export const unsubscribeRoutes: Routes = [
  {
    path: 'unsubscribe',
    title: 'preferences.unsubscribe.title',
    canActivate: [withTexts('preferences', PREFERENCES_TEXTS)],
    loadComponent: () => import('./unsubscribe').then((m) => m.UnsubscribePage),
  },
];
