import { inject } from '@angular/core';
import { type Routes } from '@angular/router';
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

/** My calendars, from a page that belongs to no house. */
async function calendars(): Promise<string> {
  const [space] = await inject(SpaceStore).all();
  return space ? `/${space.slug}/calendars` : '/setup';
}

export const routes: Routes = [
  { path: '', pathMatch: 'full', redirectTo: firstPage },
  { path: 'calendars', pathMatch: 'full', redirectTo: calendars },
  ...peopleRoutes,
  { path: 'display', loadChildren: () => import('@bota/booking/web').then((m) => m.displayRoutes) },
  {
    path: ':space',
    canMatch: [inSpace],
    canActivate: [spaceTexts],
    loadComponent: () => import('./shell/shell').then((m) => m.Shell),
    loadChildren: () => import('@bota/booking/web').then((m) => m.bookingRoutes),
  },
  { path: '**', title: 'shell.notFound.title', loadComponent: () => import('./shell/not-found').then((m) => m.NotFound) },
];
