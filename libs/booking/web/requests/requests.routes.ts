import { type Routes } from '@angular/router';
import { requestsTexts } from './requests.texts';

/** Requests to book, among the pages of who runs the house. */
export const requestsRoutes: Routes = [
  {
    path: 'requests',
    title: 'requests.title',
    canActivate: [requestsTexts],
    loadComponent: () => import('./requests-page').then((m) => m.RequestsPage),
  },
];
