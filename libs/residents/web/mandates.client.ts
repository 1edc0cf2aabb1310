import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { type MandateDraft, MandateList } from '@bota/people/domain';
import { resourceFor } from '@bota/people/web';
import { firstValueFrom } from 'rxjs';
import type * as z from 'zod';

const at = (organisation: string, rest = '') => `/api/organisations/${organisation}/mandates${rest}`;

/** Who may bind an organisation: writes; the read is the resource below. */
@Injectable({ providedIn: 'root' })
export class Mandates {
  private readonly http = inject(HttpClient);

  record = (organisation: string, draft: z.input<typeof MandateDraft>) => firstValueFrom(this.http.post(at(organisation), draft));
  end = (organisation: string, id: string, lastDay: string) =>
    firstValueFrom(this.http.post(at(organisation, `/${id}/ending`), { lastDay }));
  /** The file is the whole body. */
  attach = (organisation: string, id: string, file: File) =>
    firstValueFrom(
      this.http.put(at(organisation, `/${id}/evidence`), file, { params: { name: file.name }, headers: { 'content-type': file.type } }),
    );
}

export const evidenceAddress = (organisation: string, id: string): string => at(organisation, `/${id}/evidence`);

export const mandatesResource = (organisation: () => string | undefined) =>
  resourceFor(
    () => {
      const id = organisation();
      return id && at(id);
    },
    (answer) => MandateList.parse(answer),
  );
