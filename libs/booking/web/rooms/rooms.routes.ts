import { type Routes } from '@angular/router';
import { roomsTexts } from './rooms.texts';

/** Find a room, and the page of one. Everybody may read them. */
export const roomsRoutes: Routes = [
  {
    path: 'rooms',
    canActivate: [roomsTexts],
    children: [
      { path: '', title: 'rooms.title', loadComponent: () => import('./rooms').then((m) => m.Rooms) },
      { path: 'find-time', title: 'rooms.time.title', loadComponent: () => import('../finding/find-time').then((m) => m.FindTime) },
      { path: ':room', title: 'rooms.title', loadComponent: () => import('./room').then((m) => m.RoomPage) },
      {
        path: ':room/check-in',
        title: 'booking.door.title',
        loadComponent: () => import('../check-in/door-page').then((m) => m.DoorPage),
      },
    ],
  },
];
