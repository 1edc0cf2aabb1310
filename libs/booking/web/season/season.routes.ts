import { type Routes } from '@angular/router';
import { signedIn } from '@bota/people/web';
import { roomsTexts } from '../rooms/rooms.texts';
import { seasonTexts } from './season.texts';

/** Seasonal rounds among the pages of who runs the house. */
export const seasonHouseRoutes: Routes = [
  {
    path: 'season',
    canActivate: [seasonTexts, roomsTexts],
    children: [
      { path: '', title: 'season.title', loadComponent: () => import('./rounds-page').then((m) => m.SeasonRoundsPage) },
      { path: ':round', title: 'season.title', loadComponent: () => import('./round-page').then((m) => m.SeasonRoundPage) },
    ],
  },
];

/** The same for residents: wishes of their organisations, and the plan once it is published. */
export const seasonRoutes: Routes = [
  {
    path: 'season',
    canActivate: [signedIn, seasonTexts, roomsTexts],
    children: [
      { path: '', title: 'season.title', loadComponent: () => import('./my-seasons').then((m) => m.MySeasons) },
      { path: ':round', title: 'season.title', loadComponent: () => import('./my-season').then((m) => m.MySeason) },
    ],
  },
];
