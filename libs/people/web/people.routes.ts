import { type Routes } from '@angular/router';
import { withTexts } from '@bota/shared/ui';

const peopleTexts = withTexts('people', {
  fr: () => import('./i18n/people.fr.json'),
  nl: () => import('./i18n/people.nl.json'),
  en: () => import('./i18n/people.en.json'),
});

export const peopleRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'people.signIn.title',
    canActivate: [peopleTexts],
    loadComponent: () => import('./sign-in').then((m) => m.SignIn),
  },
  {
    path: 'setup',
    title: 'people.setup.title',
    canActivate: [peopleTexts],
    loadComponent: () => import('./set-up').then((m) => m.SetUp),
  },
];
