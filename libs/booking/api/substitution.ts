import { type PreviewDraft, type RoomFacts, type Span, inRooms, isOffered, roomsToApprove, substituteMistakes } from '@bota/booking/domain';
import { Refusal, refuse } from '@bota/shared/api';
import { type Reason, readTime } from '@bota/shared/domain';
import { type Facts, type Queryable, roomsAsked } from './facts.queries';
import { type JudgedSpan, judge } from './judgement';
import type { Asked, Wanted } from './refusals';
import { takenOn } from './taken.queries';

/** Rooms that dates of a series take instead of those asked for all, by the wall start that the rule gives the date. */
export type Instead = ReadonlyMap<string, RoomFacts[]>;

type Wish = Pick<PreviewDraft, 'substitutes' | 'layout'>;

/** The rooms that substitutes name, each of which there is and stands as it is asked to. */
export function insteadOf({ substitutes = [], layout }: Wish, facts: Facts, zone: string): Instead {
  const named = substitutes.map(({ date, roomIds }, index): [string, RoomFacts[]] => {
    const rooms = roomsAsked(facts, roomIds, `substitutes.${index}.roomIds`);
    refuseUnknownLayout({ layout }, rooms, `substitutes.${index}.roomIds`);
    return [wallIn(date, zone), rooms];
  });
  return new Map(named);
}

/** Refused when none of some rooms can be set up as asked; `path`: what names them. */
export function refuseUnknownLayout({ layout }: Pick<PreviewDraft, 'layout'>, rooms: readonly RoomFacts[], path = 'layout'): void {
  if (!layout || isOffered(rooms, layout)) return;
  refuse('booking/unknown-layout', { errors: [{ path, message: 'not offered by these rooms' }] });
}

/** The wall start that a substitute names. */
export const wallIn = (date: string, zone: string): string => readTime(date, zone).wall;

/** Refused when one is of no date that there is, or of one already named. */
export function refuseWrongSubstitutes({ substitutes = [] }: Wish, walls: readonly string[], zone: string): void {
  const errors = substituteMistakes(
    substitutes.map(({ date }) => wallIn(date, zone)),
    walls,
  );
  if (errors.length > 0) throw new Refusal('booking/wrong-substitutes', { errors });
}

/** Refused for dates, by their wall starts, that their own rooms take after all: nobody is sent elsewhere for nothing. */
export function refuseNeedless({ substitutes = [] }: Wish, walls: readonly string[], zone: string): void {
  const errors = substitutes.flatMap(({ date }, index) =>
    walls.includes(wallIn(date, zone)) ? [{ path: `substitutes.${index}.date`, message: 'free in the rooms of the series' }] : [],
  );
  if (errors.length > 0) refuse('booking/substitute-not-needed', { errors });
}

export type Move = { span: Span; rooms: RoomFacts[] };
type Grounds = Asked & { wanted: Wanted; facts: Facts; mayAsk: boolean; now: Date };

/**
 * Each date judged by the rules of the rooms it moves to and by what takes them, with one look at all of them. Where nobody is asked anyway,
 * a room that the coordination has to grant is refused: that would turn the whole series into a request.
 */
export async function judgeElsewhere(db: Queryable, moves: readonly Move[], grounds: Grounds): Promise<JudgedSpan[]> {
  if (moves.length === 0) return [];
  const { space, person: reader, wanted, facts, now } = grounds;
  const unitIds = [...new Set(moves.flatMap(({ rooms }) => rooms.flatMap((room) => room.unitIds)))];
  const dates = moves.map(({ span }) => span);
  const taken = await takenOn(db, { spaceId: space.id, unitIds, dates, reader, now, except: wanted.except });
  return moves.flatMap(({ span, rooms }) => {
    const wish = inRooms(wanted, rooms);
    const judged = judge([span], { ...wish, closures: facts.closures, taken, zone: space.zone, now });
    return judged.map((one) => ({ ...one, rooms, reasons: [...approvalReasons(wish, span, grounds), ...one.reasons] }));
  });
}

const approvalReasons = (wish: Wanted, span: Span, { space, mayAsk }: Grounds): Reason[] =>
  mayAsk ? [] : roomsToApprove({ ...wish, span, zone: space.zone }).map(({ id }) => ({ code: 'NEEDS_APPROVAL', roomId: id }));
