import {
  type Asker,
  type BookingDraft,
  type ClosureFacts,
  OVERRIDABLE,
  type Preparing,
  type RoomFacts,
  type Span,
  type Taken,
  type Verdict,
  besides,
  reasonsAgainst,
  setUpFor,
} from '@bota/booking/domain';
import { type Actor, type Reason, type ReasonCode, can, organisationIdsOf } from '@bota/shared/domain';

const DAY_MS = 86_400_000;

export type Grounds = Preparing & {
  rooms: RoomFacts[];
  closures: ClosureFacts[];
  taken: Taken[];
  zone: string;
  attendees?: number;
  now: Date;
  asker?: Asker;
};

/** `overridden`: what would stand against it too, had it not been set aside. `rooms`: those it takes instead of what is asked for all. */
export type JudgedSpan = { span: Span; reasons: Reason[]; overridden?: readonly ReasonCode[]; rooms?: RoomFacts[] };

export const isRefused = ({ reasons }: Pick<JudgedSpan, 'reasons'>): boolean => reasons.length > 0;

/** Each date with what stands against it. */
export function judge(spans: readonly Span[], grounds: Grounds): JudgedSpan[] {
  return spans.map((span) => ({ span, reasons: reasonsAgainst({ ...grounds, span, taken: near(grounds.taken, span) }) }));
}

const near = (taken: Taken[], { start, end }: { start: Date; end: Date }) =>
  taken.filter((one) => one.start.getTime() < end.getTime() + DAY_MS && one.end.getTime() > start.getTime() - DAY_MS);

/** The verdict as the preview shows it; past dates are flagged, not refused: who may book them is another question. */
export const verdictOf = ({ span, reasons, rooms }: JudgedSpan, now: Date): Verdict => ({
  date: span.wall,
  start: span.start.toISOString(),
  end: span.end.toISOString(),
  verdict: reasons.length === 0 ? 'free' : 'refused',
  reasons,
  flags: [...(span.start < now ? (['past'] as const) : []), ...span.flags],
  ...(rooms && { roomIds: rooms.map(({ id }) => id) }),
});

/** The reasons of the refused dates, each with its date when there are several. */
export function reasonsOf(judged: readonly JudgedSpan[], most = 100): Reason[] {
  const dated = judged.length > 1;
  return judged
    .flatMap(({ span, reasons }) => reasons.map((reason) => (dated ? { ...reason, start: span.start.toISOString() } : reason)))
    .slice(0, most);
}

/** Reasons as they are kept with a date: later readers may know less than who booked, so the names in the way stay out. */
export const withoutNames = (reasons: readonly Reason[]): Reason[] =>
  reasons.map(({ by, ...reason }) => (by ? { ...reason, by: by.bookingId ? { bookingId: by.bookingId } : {} } : reason));

/** Past dates refused too, for who may not book the past. */
export const withPast = (judged: readonly JudgedSpan[], now: Date, mayBookPast: boolean): JudgedSpan[] =>
  judged.map((one) =>
    one.span.start < now && !mayBookPast ? { ...one, reasons: [{ code: 'IN_THE_PAST' as const }, ...one.reasons] } : one,
  );

/** In whose name a draft asks; before its organisation is chosen, in any the actor has. */
export const askerOf = (actor: Actor, spaceId: string, organisationId?: string): Asker => ({
  organisationIds: organisationId ? [organisationId] : organisationIdsOf(actor),
  isCoordinator: can(actor, 'booking:override', { spaceId }),
});

/** What a booking takes beside its time; its layout may need more setting up than was asked. */
export function preparingOf(rooms: RoomFacts[], { layout, setUpMinutes, tearDownMinutes }: Wish): Preparing {
  const asked = { ...(layout && { layout }), setUpMinutes, tearDownMinutes };
  return { ...asked, setUpMinutes: setUpFor(rooms, asked) };
}

type Wish = { layout?: Preparing['layout'] | null; setUpMinutes?: number; tearDownMinutes?: number };

/** What dates of a booking want: its rooms, prepared as it has them, for as many as come. */
export const wantedBy = (booking: Wish & Pick<BookingDraft, 'attendees'>, rooms: RoomFacts[], spans: Span[]) => ({
  spans,
  rooms,
  ...preparingOf(rooms, booking),
  ...(booking.attendees && { attendees: booking.attendees }),
});

/** Sets aside the rules that a coordinator may, and says which they were. */
export function override(judged: readonly JudgedSpan[]): { judged: JudgedSpan[]; codes: ReasonCode[] } {
  const set = judged.map((one) => ({
    ...one,
    reasons: besides(one.reasons, OVERRIDABLE),
    overridden: [...(one.overridden ?? []), ...metIn(one.reasons)],
  }));
  const met = metIn(judged.flatMap(({ reasons }) => reasons));
  return { judged: set, codes: met };
}

const metIn = (reasons: readonly Reason[]): ReasonCode[] => OVERRIDABLE.filter((met) => reasons.some(({ code }) => code === met));

export const without = (judged: readonly JudgedSpan[], codes: readonly ReasonCode[]): JudgedSpan[] =>
  judged.map((one) => ({ ...one, reasons: besides(one.reasons, codes) }));
