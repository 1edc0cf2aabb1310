import type { Quota, QuotaDraftInput, QuotaUse, QuotaUseList } from '@bota/booking/domain';
import type { House } from './house.fixture';
import type { Someone } from './people.fixture';

/** Ten hours a month for each organisation, unless wished otherwise. */
export async function quota(house: House, wish: Partial<QuotaDraftInput> = {}): Promise<Quota> {
  const draft = { per: 'month', counts: 'minutes', limit: 600, ...wish };
  const { status, body, text } = await house.coordinator.post<Quota>(house.path('quotas'), draft);
  if (status !== 201) throw new Error(`no quota: ${status} ${text}`);
  return body;
}

export const uses = async (house: House, who: Someone = house.member): Promise<QuotaUse[]> =>
  (await who.get<QuotaUseList>(house.path('quota-uses'))).body.items;
