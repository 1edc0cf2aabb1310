import { type Routes } from '@angular/router';
import { calendarsTexts } from './calendars.texts';

/** Following the house in one's own calendar. Everybody may read the public one. */
export const calendarsRoutes: Routes = [
  {
    path: 'calendars',
    title: 'calendars.title',
    canActivate: [calendarsTexts],
    loadComponent: () => import('./calendars-page').then((m) => m.CalendarsPage),
  },
];
