import { type Routes } from '@angular/router';
import { signedIn } from '@bota/people/web';
import { waitingTexts } from '@bota/residents/web';
import { roomsTexts } from '../rooms/rooms.texts';
import { todayTexts } from './today.texts';

/** The page after signing in. */
export const todayRoutes: Routes = [
  {
    path: 'today',
    title: 'today.title',
    canActivate: [signedIn, roomsTexts, todayTexts, waitingTexts],
    loadComponent: () => import('./today').then((m) => m.Today),
  },
];
