import { type Routes } from '@angular/router';
import { roomsTexts } from '../rooms/rooms.texts';
import { planTexts } from './plan.texts';

/** The house floor by floor: which rooms are free now, and who sits where. Everybody may read it. */
export const planRoutes: Routes = [
  {
    path: 'plan',
    title: 'plan.title',
    canActivate: [roomsTexts, planTexts],
    loadComponent: () => import('./plan-page').then((m) => m.PlanPage),
  },
];
