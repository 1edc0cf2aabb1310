import type { SeasonWish } from '@bota/booking/domain';
import type { Feature } from '@bota/spaces/domain';
import type { WishInput } from './season.client';
import type { SlotDraft } from './slot-fields';

export const MOST_CHOICES = 3;
export type WishDraft = { organisationId: string; title: string; attendees: string; features: Feature[]; choices: SlotDraft[] };

const EVENING: SlotDraft = { roomId: '', weekday: 1, start: '18:00', end: '20:00' };

export const blankWish = (organisationId: string, roomIds: readonly string[]): WishDraft => ({
  ...{ organisationId, title: '', attendees: '', features: [] },
  choices: [{ ...EVENING, roomId: roomIds[0] ?? '' }],
});

export const draftOf = ({ organisationId, title, attendees, features, choices }: SeasonWish): WishDraft => ({
  ...{ organisationId, title, attendees: attendees === null ? '' : String(attendees), features },
  choices: choices.map((choice) => ({ ...choice, roomId: choice.roomId ?? '' })),
});

/** One choice more: the same time a day later, so that it is another one. */
export const withChoice = (draft: WishDraft): WishDraft => {
  const last = draft.choices.at(-1) ?? EVENING;
  return { ...draft, choices: [...draft.choices, { ...last, weekday: (last.weekday % 7) + 1 }] };
};

/** What is wrong, by the id of its control: keys of texts. */
export function faultsOf({ organisationId, title, attendees, choices }: WishDraft): { field: string; message: string }[] {
  const count = attendees.trim();
  const sent = choices.map((choice) => JSON.stringify(choice));
  return [
    ...(organisationId ? [] : [{ field: 'wish-organisation', message: 'season.wish.organisationNeeded' }]),
    ...(title.trim() ? [] : [{ field: 'wish-title', message: 'season.wish.titleNeeded' }]),
    ...(count === '' || /^[1-9]\d{0,4}$/.test(count) ? [] : [{ field: 'wish-attendees', message: 'season.wish.attendeesNeeded' }]),
    ...sent.flatMap((one, index) =>
      sent.indexOf(one) < index ? [{ field: `wish-${index}-room`, message: 'season.wish.choiceTwice' }] : [],
    ),
  ];
}

/** On the wire. */
export const wishOf = ({ title, attendees, features, choices }: WishDraft): WishInput => ({
  ...{ title: title.trim(), attendees: attendees.trim() ? Number(attendees) : null },
  features: choices.some(({ roomId }) => !roomId) ? features : [],
  choices: choices.map((choice) => ({ ...choice, roomId: choice.roomId || null })),
});
