import { type Routes } from '@angular/router';
import { houseRoutes, residentsRoutes } from '@bota/residents/web';
import { withTexts } from '@bota/shared/ui';
import { spaceTexts } from '@bota/spaces/web';
import { bookingTexts } from './booking.texts';
import { calendarsRoutes } from './calendars/calendars.routes';
import { icalendarTexts } from './import/icalendar.texts';
import { manageRoutes } from './manage/manage.routes';
import { outsideRoutes } from './outside/outside.routes';
import { planRoutes } from './plan/plan.routes';
import { replyRoutes } from './reply/reply.routes';
import { replyTexts } from './reply/reply.texts';
import { requestsRoutes } from './requests/requests.routes';
import { roomsRoutes } from './rooms/rooms.routes';
import { seasonHouseRoutes, seasonRoutes } from './season/season.routes';
import { statisticsTexts } from './statistics/statistics.texts';
import { todayRoutes } from './today/today.routes';

/** Its promises are those of bookings: hence here, shown among the pages of the house. */
const integrityRoute = {
  path: 'integrity',
  title: 'house.integrity.title',
  loadComponent: () => import('./integrity/integrity').then((m) => m.IntegrityPage),
};

const daySheetTexts = withTexts('daysheet', {
  fr: () => import('./i18n/daysheet.fr.json'),
  nl: () => import('./i18n/daysheet.nl.json'),
  en: () => import('./i18n/daysheet.en.json'),
});

/** What a day needs, for who keeps the house. */
const daySheetRoute = {
  path: 'day',
  title: 'daysheet.title',
  canActivate: [daySheetTexts],
  loadComponent: () => import('./day-sheet/day-sheet-page').then((m) => m.DaySheetPage),
};

/** Bookings that come from a calendar kept elsewhere. */
const importRoute = {
  path: 'calendar-import',
  title: 'icalendar.title',
  canActivate: [icalendarTexts],
  loadComponent: () => import('./import/calendar-import').then((m) => m.CalendarImportPage),
};

/** How the house was used; who steers or studies it reads it too. */
const statisticsRoute = {
  path: 'statistics',
  title: 'statistics.title',
  canActivate: [statisticsTexts],
  loadComponent: () => import('./statistics/statistics-page').then((m) => m.StatisticsPage),
};

/** The pages of a house: today, agenda, rooms, a booking, residents, and for coordinators the house itself. */
export const bookingRoutes: Routes = [
  {
    path: '',
    canActivate: [spaceTexts, bookingTexts],
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'agenda' },
      ...todayRoutes,
      { path: 'agenda', title: 'booking.agenda.title', loadComponent: () => import('./agenda/agenda').then((m) => m.Agenda) },
      ...roomsRoutes,
      ...planRoutes,
      ...outsideRoutes,
      ...replyRoutes,
      ...calendarsRoutes,
      ...residentsRoutes,
      ...seasonRoutes,
      ...houseRoutes([
        daySheetRoute,
        importRoute,
        integrityRoute,
        statisticsRoute,
        ...manageRoutes,
        ...seasonHouseRoutes,
        ...requestsRoutes,
      ]),
      {
        path: 'bookings/:id',
        title: 'booking.details.panel',
        canActivate: [replyTexts],
        loadComponent: () => import('./booking/booking-page').then((m) => m.BookingPage),
      },
    ],
  },
];
