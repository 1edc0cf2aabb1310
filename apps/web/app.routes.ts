import { inject } from '@angular/core';
import { type Routes } from '@angular/router';
import { notificationsRoutes, unsubscribeRoutes } from '@bota/notifications/web';
import { peopleRoutes, Session } from '@bota/people/web';
import { inSpace, spaceTexts, SpaceStore } from '@bota/spaces/web';

/** The first address: today for people of the house, the public agenda for others, the set-up while there is no house. */
async function firstPage(): Promise<string> {
  const session = inject(Session);
  const spaces = inject(SpaceStore);
  const me = await session.known();
  const [space] = await spaces.all();
  return space ? `/${space.slug}/${me ? 'today' : 'agenda'}` : '/setup';
}

/** A page of the first house, from one that belongs to none. */
const inFirstHouse = (page: string) => async (): Promise<string> => {
  const [space] = await inject(SpaceStore).all();
  return space ? `/${space.slug}/${page}` : '/setup';
};

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: firstPage },
  { path: 'calendars', pathMatch: 'full', redirectTo: inFirstHouse('calendars') },
  { path: 'notifications', pathMatch: 'full', redirectTo: inFirstHouse('notifications') },
  ...peopleRoutes,
  { path: 'display', loadChildren: () => import('@bota/booking/web').then((m) => m.displayRoutes) },
  ...unsubscribeRoutes,
  {
    path: ':space',
    canMatch: [inSpace],
    canActivate: [spaceTexts],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    children: [...notificationsRoutes, { path: '', loadChildren: () => import('@bota/booking/web').then((m) => m.bookingRoutes) }],
  },
  { path: '**', title: 'shell.notFound.title', loadComponent: () => import('./shell/not-found').then((m) => m.NotFound) },
];
