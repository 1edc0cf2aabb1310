import { type Routes } from '@angular/router';
import { withTexts } from '@bota/shared/ui';

const displayTexts = withTexts('display', {
  fr: () => import('../i18n/display.fr.json'),
  nl: () => import('../i18n/display.nl.json'),
  en: () => import('../i18n/display.en.json'),
});

const screen = (path: string, view: 'own' | 'room' | 'today') => ({
  path,
  title: 'display.title',
  data: { view },
  loadComponent: () => import('./display-screen').then((m) => m.DisplayScreen),
});

/** Screens at doors and in the entrance: outside of the frame, without anybody's session. */
export const displayRoutes: Routes = [
  { path: '', canActivate: [displayTexts], children: [screen('', 'own'), screen('today', 'today'), screen('rooms/:id', 'room')] },
];
