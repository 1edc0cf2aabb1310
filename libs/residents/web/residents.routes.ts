import { type Routes } from '@angular/router';
import { signedIn } from '@bota/people/web';
import { chargesTexts } from './charges/charges.texts';
import { mandatesTexts } from './mandates.texts';
import { residentsTexts } from './residents.texts';

/** Who lives in the house, and the page of one organisation. Everybody may read them. */
export const residentsRoutes: Routes = [
  {
    path: 'residents',
    canActivate: [residentsTexts, chargesTexts, mandatesTexts],
    children: [
      { path: '', title: 'residents.title', loadComponent: () => import('./directory/residents').then((m) => m.Residents) },
      {
        path: ':resident/statements/:month',
        title: 'charges.statementsTitle',
        canActivate: [signedIn],
        loadComponent: () => import('./charges/statement').then((m) => m.StatementPage),
      },
      {
        path: 'new',
        title: 'residents.form.title',
        canActivate: [signedIn],
        loadComponent: () => import('./form/new-resident').then((m) => m.NewResident),
      },
      {
        path: ':resident/edit',
        title: 'residents.form.describe',
        canActivate: [signedIn],
        loadComponent: () => import('./form/edit-organisation').then((m) => m.EditOrganisation),
      },
      {
        path: ':resident/residencies/:residency',
        title: 'residents.residency.edit',
        canActivate: [signedIn],
        loadComponent: () => import('./form/edit-residency').then((m) => m.EditResidency),
      },
      { path: ':resident', title: 'residents.title', loadComponent: () => import('./resident/resident').then((m) => m.ResidentPage) },
    ],
  },
];
