import type { CalendarItem } from '@bota/booking/domain';

/** What sort of booking it is to who looks at it: for whom it is meant, or that it is not yet settled. */
export const KINDS = ['public', 'residents', 'private', 'requested'] as const;
export type Kind = (typeof KINDS)[number];

export const kindOf = ({ status, visibility }: Pick<CalendarItem, 'status' | 'visibility'>): Kind =>
  status === 'requested' ? 'requested' : visibility;

/** Each kind has a hue and a band pattern, as organisations do. */
export const KIND_LOOKS: Record<Kind, string> = { public: 'o4 p1', residents: 'o8 p2', private: 'priv', requested: 'o2 p3' };
