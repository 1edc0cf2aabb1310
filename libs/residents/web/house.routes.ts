import { type Routes } from '@angular/router';
import { signedIn } from '@bota/people/web';
import { chargesTexts } from './charges/charges.texts';
import { houseTexts } from './house.texts';
import { importTexts } from './import.texts';
import { residentsTexts } from './residents.texts';
import { waitingTexts } from './waiting/waiting.texts';

/** What coordinators run the house with. `more` are pages of later domains in the same frame. */
export const houseRoutes = (more: Routes): Routes => [
  {
    path: 'house',
    canActivate: [signedIn, houseTexts, residentsTexts, waitingTexts],
    loadComponent: () => import('./house/house').then((m) => m.House),
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'waiting' },
      { path: 'waiting', title: 'waiting.title.page', loadComponent: () => import('./waiting/waiting').then((m) => m.Waiting) },
      { path: 'team', title: 'house.team.title', loadComponent: () => import('./house/team').then((m) => m.TeamPage) },
      {
        path: 'import',
        title: 'import.title',
        canActivate: [importTexts],
        loadComponent: () => import('./import/import').then((m) => m.ImportPage),
      },
      {
        path: 'charges',
        canActivate: [chargesTexts],
        children: [
          { path: '', title: 'charges.pageTitle', loadComponent: () => import('./charges/charges').then((m) => m.ChargesPage) },
          { path: ':month', title: 'charges.pageTitle', loadComponent: () => import('./charges/month').then((m) => m.ChargesMonth) },
        ],
      },
      { path: 'keys', title: 'house.keys.title', loadComponent: () => import('./keys/keys-page').then((m) => m.KeysPage) },
      { path: 'letters', title: 'house.letters.title', loadComponent: () => import('./house/outbox').then((m) => m.Outbox) },
      { path: 'templates', title: 'house.templates.title', loadComponent: () => import('./house/templates').then((m) => m.Templates) },
      { path: 'log', title: 'house.log.title', loadComponent: () => import('./house/log').then((m) => m.LogBook) },
      ...more,
    ],
  },
];
