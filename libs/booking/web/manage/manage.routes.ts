import { type Routes } from '@angular/router';
import { roomsTexts } from '../rooms/rooms.texts';
import { planTexts } from '../plan/plan.texts';
import { manageTexts } from './manage.texts';

/** The place itself, among the pages of who runs the house. */
export const manageRoutes: Routes = [
  {
    path: '',
    canActivate: [manageTexts, roomsTexts, planTexts],
    children: [
      { path: 'settings', title: 'manage.settings.title', loadComponent: () => import('./settings').then((m) => m.SettingsPage) },
      { path: 'hours', title: 'manage.hours.title', loadComponent: () => import('./hours-page').then((m) => m.HoursPage) },
      { path: 'rooms', title: 'manage.rooms.title', loadComponent: () => import('./rooms-page').then((m) => m.ManageRoomsPage) },
      { path: 'rooms/:room', title: 'manage.rooms.title', loadComponent: () => import('./room-page').then((m) => m.ManageRoomPage) },
      { path: 'rooms/:room/rules', title: 'manage.rules.title', loadComponent: () => import('./rules-page').then((m) => m.RoomRulesPage) },
      { path: 'rooms/:room/door', title: 'manage.door.title', loadComponent: () => import('./door-sign').then((m) => m.DoorSignPage) },
      {
        path: 'displays',
        title: 'manage.displays.title',
        loadComponent: () => import('../display/displays-page').then((m) => m.DisplaysPage),
      },
      { path: 'floors', title: 'manage.floors.title', loadComponent: () => import('./floors-page').then((m) => m.FloorsPage) },
      { path: 'plan', title: 'manage.plan.title', loadComponent: () => import('./plan-editor').then((m) => m.PlanEditor) },
      {
        path: 'exclusions',
        title: 'manage.exclusions.title',
        loadComponent: () => import('./exclusions-page').then((m) => m.ExclusionsPage),
      },
      { path: 'quotas', title: 'manage.quotas.title', loadComponent: () => import('../quotas/quotas-page').then((m) => m.QuotasPage) },
      { path: 'closures', title: 'manage.closures.title', loadComponent: () => import('./closures-page').then((m) => m.ClosuresPage) },
    ],
  },
];
