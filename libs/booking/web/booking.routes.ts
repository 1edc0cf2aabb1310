import { type Routes } from '@angular/router';
import { spaceTexts } from '@bota/spaces/web';
import { bookingTexts } from './booking.texts';
import { roomsRoutes } from './rooms/rooms.routes';
import { todayRoutes } from './today/today.routes';

/** The pages of a house: today, agenda, rooms, a booking. */
export const bookingRoutes: Routes = [
  {
    path: '',
    canActivate: [spaceTexts, bookingTexts],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'agenda' },
      ...todayRoutes,
      { path: 'agenda', title: 'booking.agenda.title', loadComponent: () => import('./agenda/agenda').then((m) => m.Agenda) },
      ...roomsRoutes,
      {
        path: 'bookings/:id',
        title: 'booking.details.panel',
        loadComponent: () => import('./booking/booking-page').then((m) => m.BookingPage),
      },
    ],
  },
];
