import type {
  SeasonAppeal,
  SeasonPlanView,
  SeasonRound,
  SeasonRoundDraft,
  SeasonWish,
  SeasonWishDraft,
  SeasonWishList,
} from '@bota/booking/domain';
import type { HttpClient } from '@bota/shared/testing';
import type { Api } from './api.fixture';
import type { House } from './house.fixture';

/** The clock stands on 5 January 2026: a season from March to June, wishes until the end of January. */
export const SEASON = { firstDay: '2026-03-02', lastDay: '2026-06-28', wishesUntil: '2026-01-31' };
export const DURING = '2026-01-20T12:00:00Z';
export const WISHES_OVER = '2026-02-02T12:00:00Z';
export const APPEALS_OVER = '2026-02-16T12:00:00Z';
export const APPEALS_UNTIL = '2026-02-15';

export const roundDraft = (house: House, more: Partial<SeasonRoundDraft> = {}): SeasonRoundDraft => ({
  opensOn: null,
  ...{ name: 'Printemps 2026', ...SEASON, roomIds: [house.a, house.b, house.hall, house.studio] },
  ...more,
});

/** `thursday(room)`: 18:00–20:00. */
export const thursday = (roomId: string | null, start = '18:00', end = '20:00') => ({ roomId, weekday: 4, start, end });

export class Season {
  constructor(
    readonly house: House,
    readonly id: string,
  ) {}

  static async prepared(house: House, more: Partial<SeasonRoundDraft> = {}): Promise<Season> {
    const { status, text, body } = await house.coordinator.post<SeasonRound>(house.path('season-rounds'), roundDraft(house, more));
    if (status !== 201) throw new Error(`no round: ${status} ${text}`);
    return new Season(house, body.id);
  }

  static async opened(house: House, more: Partial<SeasonRoundDraft> = {}): Promise<Season> {
    const season = await Season.prepared(house, more);
    await season.step('opening');
    return season;
  }

  path = (rest = '') => this.house.path(`season-rounds/${this.id}${rest && `/${rest}`}`);
  step = (what: string, body: object = {}, who: HttpClient = this.house.coordinator) => who.post<SeasonRound>(this.path(what), body);
  read = async (who: HttpClient = this.house.coordinator) => (await who.get<SeasonRound>(this.path())).body;
  plan = async (who: HttpClient = this.house.coordinator) => (await who.get<SeasonPlanView>(this.path('plan'))).body;
  wishes = async (who: HttpClient = this.house.coordinator) => (await who.get<SeasonWishList>(this.path('wishes'))).body.items;

  /** Of the member's organisation, unless another is said. */
  ask = (wish: Partial<SeasonWishDraft>, who: HttpClient = this.house.member) => {
    const draft = { title: 'Chorale', organisationId: this.house.racines, choices: [thursday(this.house.a)], ...wish };
    return who.post<SeasonWish>(this.path('wishes'), draft);
  };

  async wish(wish: Partial<SeasonWishDraft>, who?: HttpClient): Promise<SeasonWish> {
    const { status, text, body } = await this.ask(wish, who);
    if (status !== 201) throw new Error(`not wished: ${status} ${text}`);
    return body;
  }

  ofNeighbour = (wish: Partial<SeasonWishDraft>) =>
    this.wish({ title: 'Théâtre', organisationId: this.house.voisins, ...wish }, this.house.neighbour);
  appeal = (wishId: string, who: HttpClient = this.house.member) =>
    who.post<SeasonAppeal>(this.path('appeals'), { wishId, text: 'Trop tôt' });
  publish = () => this.step('publication', { appealsUntil: APPEALS_UNTIL });
}

/** Both organisations want Salle A on Thursday evening; Racines would take B. Published after a decision for the neighbours. */
export async function publishedSeason(api: Api): Promise<{ season: Season; house: House; ours: SeasonWish; theirs: SeasonWish }> {
  const house = await api.house();
  const season = await Season.opened(house);
  const ours = await season.wish({ choices: [thursday(house.a), thursday(house.b)] });
  const theirs = await season.ofNeighbour({ choices: [thursday(house.a)] });
  api.setNow(WISHES_OVER);
  const key = (await season.plan()).plan?.ties[0]?.key;
  await season.step('tie', { key, wishId: theirs.id });
  const { status, text } = await season.publish();
  if (status !== 200) throw new Error(`not published: ${status} ${text}`);
  return { season, house, ours, theirs };
}
