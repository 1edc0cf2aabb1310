import { type Routes } from '@angular/router';
import { tokenFromAddress } from '@bota/people/web';
import { outsideTexts } from './outside.texts';

/** Where neighbours without an account ask for a room, and confirm that they did. */
export const outsideRoutes: Routes = [
  {
    path: 'ask',
    title: 'outside.title',
    canActivate: [outsideTexts],
    loadComponent: () => import('./ask-page').then((m) => m.AskPage),
  },
  {
    path: 'ask/confirm',
    title: 'outside.confirm.title',
    canActivate: [tokenFromAddress('outside'), outsideTexts],
    runGuardsAndResolvers: 'always',
    loadComponent: () => import('./ask-confirm-page').then((m) => m.AskConfirmPage),
  },
];
