import { Routes } from '@angular/router';

/** The pages of a house: today, agenda, rooms, a booking. */
export const bookingRoutes: Routes = [{ path: '', pathMatch: 'full', redirectTo: 'agenda' }];
