import { type PreviewDraft, type QuotaBook, type RoomFacts, type Span } from '@bota/booking/domain';
import { type Granted, keepGranted } from './granted';
import { type Facts, type Queryable, roomsAsked } from './facts.queries';
import { type JudgedSpan, isRefused, override } from './judgement';
import type { Kept } from './kept.dates';
import { roomsElsewhere } from './other.rooms';
import { apartElsewhere } from './own.crossings';
import { judgeQuotas } from './quotas/quota.books';
import type { Asked, Refusals, Wanted } from './refusals';
import { type Instead, type Move, judgeElsewhere } from './substitution';

/** What a preview is judged by. `kept`: what dates of an edited series keep; `mayAsk`: rooms that the coordination has to grant are asked for. */
export type Question = {
  db: Queryable;
  reader: Asked;
  draft: PreviewDraft;
  wanted: Wanted;
  facts: Facts;
  granted: Granted;
  kept: ReadonlyMap<string, Kept>;
  instead: Instead;
  book: QuotaBook | null;
  mayAsk: boolean;
  now: Date;
};

/** Dates in the rooms they would have, and for each that its own rooms refuse those it may have instead, by its wall start. */
export type Previewed = { dates: JudgedSpan[]; offers: ReadonlyMap<string, RoomFacts[][]> };

export async function judgePreview(refusals: Refusals, question: Question): Promise<Previewed> {
  const { db, reader, wanted, facts, granted, now, mayAsk } = question;
  const grounds = { ...reader, wanted, facts, now };
  const ofAll = await refusals.judgeAll(reader, wanted, facts, now, db);
  const ofKept = await judgeElsewhere(db, movesOfKept(question), { ...grounds, mayAsk: true });
  const found = keepGranted(replaced(ofAll, ofKept), granted, wanted);
  const own = settled(question, found);
  const refused = own.filter(isRefused);
  const moves = refused.flatMap(({ span }) => moveOf(span, question.instead.get(span.wall)));
  const moved = await judgeElsewhere(db, moves, { ...grounds, mayAsk });
  const dates = moved.length > 0 ? apartElsewhere(settled(question, replaced(found, moved)), wanted) : own;
  return { dates, offers: await offersFor(question, refused, dates) };
}

const moveOf = (span: Span, rooms: RoomFacts[] | undefined): Move[] => (rooms ? [{ span, rooms }] : []);

const movesOfKept = ({ wanted, kept, facts }: Question): Move[] =>
  wanted.spans.flatMap((span) => {
    const ids = kept.get(span.wall)?.roomIds;
    return moveOf(span, ids && roomsAsked(facts, ids));
  });

function replaced(judged: readonly JudgedSpan[], by: readonly JudgedSpan[]): JudgedSpan[] {
  const others = new Map(by.map((one) => [one.span.wall, one]));
  return judged.map((one) => others.get(one.span.wall) ?? one);
}

function settled({ draft, wanted, book }: Question, found: JudgedSpan[]): JudgedSpan[] {
  const roomIds = wanted.rooms.map(({ id }) => id);
  const counted = book ? judgeQuotas(book, roomIds, found) : found;
  return draft.overrideReason ? override(counted).judged : counted;
}

/** For series, and who is signed in: beside what stays free of the quotas. */
async function offersFor({ db, reader, draft, wanted, book, mayAsk, now }: Question, refused: JudgedSpan[], dates: readonly JudgedSpan[]) {
  if (!draft.recurrence || reader.person.personId === null) return new Map<string, RoomFacts[][]>();
  const free = dates.filter((one) => !isRefused(one) && !refused.some(({ span }) => span === one.span));
  const taken = free.map(({ span, rooms }) => ({ ...span, roomIds: (rooms ?? wanted.rooms).map(({ id }) => id) }));
  const within = book ? { ...wanted, book: { ...book, taken: [...book.taken, ...taken] } } : wanted;
  return roomsElsewhere(db, reader, { wanted: within, refused, mayAsk, now });
}
