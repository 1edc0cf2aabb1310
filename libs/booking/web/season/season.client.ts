import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import {
  SeasonAppealList,
  SeasonPlanView,
  SeasonRound,
  type SeasonRoundDraft,
  type SeasonRoundEdit,
  SeasonRoundList,
  type SeasonSlot,
  type SeasonWishDraft,
  type SeasonWishEdit,
  SeasonWishList,
} from '@bota/booking/domain';
import { resourceFor } from '@bota/people/web';
import { SpaceStore } from '@bota/spaces/web';
import type * as z from 'zod';
import { type Live, withNews } from '../live';

/** Whether two readings say the same: what was typed on the one stands on the other. */
export const sayTheSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

export type WishInput = z.input<typeof SeasonWishEdit>;

/** Seasonal rounds of the house: reads are resources, writes are requests. */
@Injectable({ providedIn: 'root' })
export class Seasons {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);
  readonly at = (rest: string): string => `/api/spaces/${this.space.ref()}/${rest}`;
  private readonly round = (id: string, rest: string) => this.at(`season-rounds/${id}/${rest}`);

  create = async (draft: SeasonRoundDraft) => SeasonRound.parse(await this.post(this.at('season-rounds'), draft));
  edit = ({ id, version }: Pick<SeasonRound, 'id' | 'version'>, edit: SeasonRoundEdit) =>
    firstValueFrom(this.http.patch(this.at(`season-rounds/${id}`), edit, { headers: new HttpHeaders({ 'If-Match': `"${version}"` }) }));
  open = (id: string) => this.post(this.round(id, 'opening'));
  close = (id: string) => this.post(this.round(id, 'closing'));
  decide = (id: string, key: string, wishId: string) => this.post(this.round(id, 'tie'), { key, wishId });
  draw = (id: string) => this.post(this.round(id, 'lot'));
  publish = (id: string, appealsUntil: string) => this.post(this.round(id, 'publication'), { appealsUntil });
  adopt = (id: string) => this.post(this.round(id, 'adoption'));

  wish = (id: string, draft: z.input<typeof SeasonWishDraft>) => this.post(this.round(id, 'wishes'), draft);
  editWish = (id: string, wish: string, edit: WishInput) => firstValueFrom(this.http.put(this.round(id, `wishes/${wish}`), edit));
  withdraw = (id: string, wish: string) => firstValueFrom(this.http.delete(this.round(id, `wishes/${wish}`)));
  order = (id: string, organisationId: string, wishIds: readonly string[]) =>
    firstValueFrom(this.http.put(this.round(id, 'wish-order'), { organisationId, wishIds }));

  appeal = (id: string, wishId: string, text: string) => this.post(this.round(id, 'appeals'), { wishId, text });
  answer = (appeal: string, slot: SeasonSlot | null, answer: string) =>
    this.post(this.at(`season-appeals/${appeal}/answer`), { slot, answer });

  private post = (path: string, body: object = {}): Promise<unknown> => firstValueFrom(this.http.post(path, body));
}

/** Follows what anybody does in a round. */
export const roundsResource = () => {
  const seasons = inject(Seasons);
  const rounds = resourceFor(
    () => seasons.at('season-rounds'),
    (answer) => SeasonRoundList.parse(answer),
  );
  withNews(seasonsOf, () => rounds.reload());
  return rounds;
};
const seasonsOf = (live: Live, space: string) => live.ofSeasons(space);

/** One round with its wishes, plan and appeals: four reads that are shown together, and read again with what anybody does in it. */
export const seasonResources = (id: () => string) => {
  const seasons = inject(Seasons);
  const of = <T>(rest: string, parse: (answer: unknown) => T) => resourceFor(() => seasons.at(`season-rounds/${id()}${rest}`), parse);
  const read = {
    round: of('', (answer) => SeasonRound.parse(answer)),
    wishes: of('/wishes', (answer) => SeasonWishList.parse(answer)),
    plan: of('/plan', (answer) => SeasonPlanView.parse(answer)),
    appeals: of('/appeals', (answer) => SeasonAppealList.parse(answer)),
  };
  withNews(seasonsOf, () => Object.values(read).forEach((resource) => void resource.reload()));
  return read;
};
