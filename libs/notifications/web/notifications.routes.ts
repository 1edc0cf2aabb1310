import { type Routes } from '@angular/router';
import { signedIn } from '@bota/people/web';
import { notificationsTexts } from './notifications.texts';

/** What the reader was told in a house. */
export const notificationsRoutes: Routes = [
  {
    path: 'notifications',
    title: 'notifications.title',
    canActivate: [signedIn, notificationsTexts],
    loadComponent: () => import('./notifications-page').then((m) => m.NotificationsPage),
  },
];
