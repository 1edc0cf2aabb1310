import { type Routes } from '@angular/router';
import { withTexts } from '@bota/shared/ui';
import { tokenFromAddress } from './letter-tokens';
import { signedIn } from './signed-in';

const peopleTexts = withTexts('people', {
  fr: () => import('./i18n/people.fr.json'),
  nl: () => import('./i18n/people.nl.json'),
  en: () => import('./i18n/people.en.json'),
});

const accountTexts = withTexts('account', {
  fr: () => import('./i18n/account.fr.json'),
  nl: () => import('./i18n/account.nl.json'),
  en: () => import('./i18n/account.en.json'),
});

const invitationTexts = withTexts('invitation', {
  fr: () => import('./i18n/invitation.fr.json'),
  nl: () => import('./i18n/invitation.nl.json'),
  en: () => import('./i18n/invitation.en.json'),
});

/** A link may be opened in a tab that already shows the page: its guards run then too. */
export const peopleRoutes: Routes = [
  {
    path: 'sign-in',
    title: 'people.signIn.title',
    canActivate: [tokenFromAddress('signIn'), peopleTexts],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./sign-in').then((m) => m.SignIn),
  },
  {
    path: 'setup',
    title: 'people.setup.title',
    canActivate: [peopleTexts],
    loadComponent: () => import('./set-up').then((m) => m.SetUp),
  },
  {
    path: 'account',
    title: 'account.title',
    canActivate: [signedIn, peopleTexts, accountTexts],
    loadComponent: () => import('./account/account').then((m) => m.AccountPage),
  },
  {
    path: 'invitation',
    title: 'invitation.title',
    canActivate: [tokenFromAddress('invitation'), peopleTexts, invitationTexts],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./invitation/invitation').then((m) => m.InvitationPage),
  },
];
