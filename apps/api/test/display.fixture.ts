import type { DisplayAnswer, DisplayList, Pairing } from '@bota/booking/domain';
import type { HttpClient } from '@bota/shared/testing';
import type { Api } from './api.fixture';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';

type Wish = { shows?: 'room' | 'today'; roomId?: string; name?: string };

/** A browser that shows a code, as it was answered. */
export async function waitingScreen(api: Api) {
  const screen = api.anonymous();
  const { body } = await screen.post<Pairing>('/api/display/pairing');
  return { screen, code: body.code };
}

export const enter = (house: House, code: string, wish: Wish = {}, who: Someone = house.coordinator) =>
  who.post<DisplayList & { code: string }>(house.path('displays'), { code, name: 'Entrée', shows: 'today', language: 'fr', ...wish });

/** A screen of the house. */
export async function pairedScreen(api: Api, house: House, wish: Wish = {}): Promise<HttpClient> {
  const { screen, code } = await waitingScreen(api);
  const { status, text } = await enter(house, code, wish);
  if (status !== 201) throw new Error(`not paired: ${status} ${text}`);
  return screen;
}

export const shownOn = async (screen: HttpClient) => (await screen.get<DisplayAnswer>('/api/display')).body.shown;
/** The code that the pages of this browser show. */
export const waitingOn = async (screen: HttpClient) => (await screen.get<DisplayAnswer>('/api/display')).body.pairing;
