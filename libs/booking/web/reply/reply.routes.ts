import { type Routes } from '@angular/router';
import { tokenFromAddress } from '@bota/people/web';
import { replyTexts } from './reply.texts';

const page = {
  title: 'reply.title',
  canActivate: [tokenFromAddress('reply'), replyTexts],
  runGuardsAndResolvers: 'always' as const,
  loadComponent: () => import('./reply-page').then((m) => m.ReplyPage),
};

/** Where the links of a letter lead that asks whether a change suits: with the answer that was pressed there, or without. */
export const replyRoutes: Routes = [
  { path: 'reply', ...page },
  { path: 'reply/:answer', ...page },
];
