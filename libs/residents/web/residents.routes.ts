import { type Routes } from '@angular/router';
import { residentsTexts } from './residents.texts';

/** Who lives in the house, and the page of one organisation. Everybody may read them. */
export const residentsRoutes: Routes = [
  {
    path: 'residents',
    canActivate: [residentsTexts],
    children: [
      { path: '', title: 'residents.title', loadComponent: () => import('./directory/residents').then((m) => m.Residents) },
      { path: ':resident', title: 'residents.title', loadComponent: () => import('./resident/resident').then((m) => m.ResidentPage) },
    ],
  },
];
