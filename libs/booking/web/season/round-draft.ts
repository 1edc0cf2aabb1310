import { type SeasonRound, type SeasonRoundDraft, wrongDay } from '@bota/booking/domain';
import { addDays, LocalDate } from '@bota/shared/domain';

/** The school year that begins next: wishes until the end of May before it. */
export function blankRound(today: string, roomIds: string[], say: (years: string) => string): SeasonRoundDraft {
  const year = Number(today.slice(0, 4)) + (today.slice(5) < '08-15' ? 0 : 1);
  const wishesUntil = today < `${year}-05-31` ? `${year}-05-31` : addDays(today, 14);
  return { name: say(`${year}–${year + 1}`), firstDay: `${year}-09-01`, lastDay: `${year + 1}-06-30`, wishesUntil, roomIds, opensOn: null };
}

export const draftOfRound = ({ name, firstDay, lastDay, wishesUntil, roomIds, opensOn }: SeasonRound): SeasonRoundDraft => ({
  ...{ name, firstDay, lastDay, wishesUntil, roomIds, opensOn },
});

/** What is wrong, by the id of its control: keys of texts. */
export function faultsOfRound(draft: SeasonRoundDraft): { field: string; message: string }[] {
  const days = (['firstDay', 'lastDay', 'wishesUntil'] as const).filter((day) => !LocalDate.safeParse(draft[day]).success);
  const wrong = days.length === 0 ? wrongDay({ ...draft, appealsUntil: null }) : null;
  return [
    ...(draft.name.trim().length >= 2 ? [] : [{ field: 'round-name', message: 'season.form.nameNeeded' }]),
    ...days.map((day) => ({ field: `round-${day}`, message: `season.form.${day}Needed` })),
    ...(draft.opensOn === null || LocalDate.safeParse(draft.opensOn).success
      ? []
      : [{ field: 'round-opensOn', message: 'season.form.opensOnNeeded' }]),
    ...(draft.roomIds.length ? [] : [{ field: 'round-rooms', message: 'season.form.roomsNeeded' }]),
    ...(wrong ? [{ field: `round-${wrong}`, message: 'season.form.order' }] : []),
  ];
}
