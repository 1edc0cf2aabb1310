import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type * as z from 'zod';
import { resourceFor } from '@bota/people/web';
import {
  type Charge,
  type ChargeDraft,
  ChargeList,
  type CorrectionDraft,
  type FeeDraft,
  FeePlaced,
  PeriodDetail,
  PeriodList,
  Statement,
  StatementList,
} from '@bota/residents/domain';
import { SpaceStore } from '@bota/spaces/web';

type Wish<T extends z.ZodType> = z.input<T>;

/** Charges, fees and months of the house: writes, and addresses; the reads are resources below. */
@Injectable({ providedIn: 'root' })
export class ChargesClient {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  readonly at = (rest: string): string => `/api/spaces/${this.space.ref()}/${rest}`;

  add = (draft: Wish<typeof ChargeDraft>) => done(this.http.post(this.at('charges'), draft));
  edit = ({ id, version }: Charge, draft: Wish<typeof ChargeDraft>) =>
    done(this.http.put(this.at(`charges/${id}`), draft, { headers: new HttpHeaders({ 'If-Match': `"${version}"` }) }));
  remove = ({ id }: Charge) => done(this.http.delete(this.at(`charges/${id}`)));
  close = (month: string) => done(this.http.post(this.at(`periods/${month}/closing`), {}));
  addFee = (draft: Wish<typeof FeeDraft>) => placed(this.http.post(this.at('fees'), draft));
  withdraw = (fee: string) => done(this.http.delete(this.at(`fees/${fee}`)));
  correct = (line: string, draft: Wish<typeof CorrectionDraft>) =>
    placed(this.http.post(this.at(`statement-lines/${line}/corrections`), draft));
}

const done = async (request: Observable<unknown>): Promise<void> => void (await firstValueFrom(request));
const placed = async (request: Observable<unknown>): Promise<FeePlaced> => FeePlaced.parse(await firstValueFrom(request));

export const chargesResource = () => {
  const { at } = inject(ChargesClient);
  return resourceFor(
    () => at('charges'),
    (answer) => ChargeList.parse(answer),
  );
};
export const periodsResource = () => {
  const { at } = inject(ChargesClient);
  return resourceFor(
    () => at('periods'),
    (answer) => PeriodList.parse(answer),
  );
};
export const periodResource = (month: () => string) => {
  const { at } = inject(ChargesClient);
  return resourceFor(
    () => at(`periods/${month()}`),
    (answer) => PeriodDetail.parse(answer),
  );
};
export const statementsResource = (organisation: () => string) => {
  const { at } = inject(ChargesClient);
  return resourceFor(
    () => at(`statements/${organisation()}`),
    (answer) => StatementList.parse(answer),
  );
};
export const statementResource = (organisation: () => string | undefined, month: () => string) => {
  const { at } = inject(ChargesClient);
  return resourceFor(
    () => organisation() && at(`statements/${organisation()}/${month()}`),
    (answer) => Statement.parse(answer),
  );
};
