import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type * as z from 'zod';
import type { ContactEdit, OrganisationEdit } from '@bota/people/domain';
import { resourceFor } from '@bota/people/web';
import {
  ExitChecklistView,
  type NoticeDraft,
  type ResidencyEdit,
  Residency,
  type ResidentDraft,
  ResidentPage,
} from '@bota/residents/domain';
import { SpaceStore } from '@bota/spaces/web';

const based = (version: number) => ({ headers: { 'If-Match': `"${version}"` } });
const done = async (request: Observable<unknown>): Promise<void> => void (await firstValueFrom(request));

/** What is written about organisations and their residencies; the reads are resources below. */
@Injectable({ providedIn: 'root' })
export class Residencies {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  readonly at = (rest: string): string => `/api/spaces/${this.space.ref()}/${rest}`;

  open = async (draft: z.input<typeof ResidentDraft>): Promise<Residency> =>
    Residency.parse(await firstValueFrom(this.http.post(this.at('residents'), draft)));
  edit = ({ id, version }: Residency, edit: z.input<typeof ResidencyEdit>) =>
    done(this.http.patch(this.at(`residencies/${id}`), edit, based(version)));
  giveNotice = ({ id, version }: Residency, draft: NoticeDraft) =>
    done(this.http.post(this.at(`residencies/${id}/notice`), draft, based(version)));

  describe = (organisation: string, version: number, edit: z.input<typeof OrganisationEdit>) =>
    done(this.http.patch(`/api/organisations/${organisation}`, edit, based(version)));
  archive = (organisation: string) => done(this.http.post(`/api/organisations/${organisation}/archival`, {}));
  restore = (organisation: string) => done(this.http.delete(`/api/organisations/${organisation}/archival`));
  showAsContact = (organisation: string, person: string, edit: z.input<typeof ContactEdit>) =>
    done(this.http.put(`/api/organisations/${organisation}/members/${person}/contact`, edit));
}

/** The page of an organisation, by its slug. */
export const pageResource = (slug: () => string | undefined) => {
  const { at } = inject(Residencies);
  return resourceFor(
    () => (slug() ? at(`residents/${slug()}`) : undefined),
    (answer) => ResidentPage.parse(answer),
  );
};
export const checklistResource = (residency: () => string) => {
  const { at } = inject(Residencies);
  return resourceFor(
    () => at(`residencies/${residency()}/checklist`),
    (answer) => ExitChecklistView.parse(answer),
  );
};
