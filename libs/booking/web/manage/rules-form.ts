import type { BookerKind } from '@bota/booking/domain';
import type { Language } from '@bota/shared/domain';
import { amountText, centsOf } from '@bota/shared/ui';
import { Layout, OwnRoomRules, type RoomRules } from '@bota/spaces/domain';
import { hoursOf, type WeekDraft, weekDraftOf } from './week-draft';

export const UNITS = { minute: 1, hour: 60, day: 24 * 60 } as const;
export type Unit = keyof typeof UNITS;
/** A length of time as people think of it: `2` days, not 2880 minutes. Empty: no limit. */
export type Amount = { value: string; unit: Unit };

export const AMOUNTS = ['minMinutes', 'maxMinutes', 'bufferMinutes', 'leadMinutes', 'cancelMinutes'] as const;
export type AmountRule = (typeof AMOUNTS)[number];
/** What an empty amount is counted in first. */
const FIRST_UNIT: Record<AmountRule, Unit> = {
  minMinutes: 'minute',
  maxMinutes: 'hour',
  bufferMinutes: 'minute',
  leadMinutes: 'hour',
  cancelMinutes: 'day',
};

/** One layout, whether the room offers it or not. */
export type LayoutRow = { layout: Layout; isOffered: boolean; capacity: string; setUpMinutes: string };

/** Which bookings need approval; none of the three: none. */
export type ApprovalForm = { always: boolean; outsideHours: boolean; isOver: boolean; over: Amount; blocks: boolean };

/** Of an hour, in euros as they are typed. */
export type PricesForm = Record<BookerKind, string>;
export const KINDS: readonly BookerKind[] = ['resident', 'partner', 'outsider'];

/** Whether people are asked to say that they came; minutes before and after the start. */
export type CheckInForm = { isAsked: boolean; opens: string; releases: string };

/** The rules of a room as they are typed. */
export type RulesForm = Record<AmountRule, Amount> & {
  hoursOf: 'house' | 'always' | 'own';
  week: WeekDraft;
  /** Minutes; empty: to the minute. */
  stepMinutes: string;
  horizonDays: string;
  who: 'residents' | 'organisations' | 'coordinators';
  organisationIds: string[];
  layouts: LayoutRow[];
  approval: ApprovalForm;
  holdHours: string;
  prices: PricesForm;
  checkIn: CheckInForm;
  /** Rules this form does not know are kept as they are. */
  others: Partial<RoomRules>;
};

const typed = (value: number | undefined) => (value === undefined ? '' : String(value));

/** In the largest unit that says it whole. */
function amountOf(minutes: number | undefined, unit: Unit): Amount {
  if (minutes === undefined) return { value: '', unit };
  const whole = (['day', 'hour'] as const).find((one) => minutes > 0 && minutes % UNITS[one] === 0) ?? 'minute';
  return { value: String(minutes / UNITS[whole]), unit: whole };
}

export function rulesForm(rules: RoomRules = {}, language: Language = 'fr'): RulesForm {
  const { hours, minMinutes, maxMinutes, bufferMinutes, leadMinutes, cancelMinutes, stepMinutes, horizonDays, who, layouts, ...rest } =
    rules;
  const { approval, holdHours, prices, checkIn, ...others } = rest;
  const amounts = { minMinutes, maxMinutes, bufferMinutes, leadMinutes, cancelMinutes };
  return {
    ...(Object.fromEntries(AMOUNTS.map((rule) => [rule, amountOf(amounts[rule], FIRST_UNIT[rule])])) as Record<AmountRule, Amount>),
    hoursOf: hours === undefined ? 'house' : hours === null ? 'always' : 'own',
    week: weekDraftOf(hours ?? undefined),
    stepMinutes: typed(stepMinutes),
    horizonDays: typed(horizonDays),
    who: who?.are ?? 'residents',
    organisationIds: who?.are === 'organisations' ? who.organisationIds : [],
    layouts: Layout.options.map((layout) => rowOf(layout, layouts)),
    approval: approvalForm(approval),
    holdHours: typed(holdHours),
    prices: pricesForm(prices, language),
    checkIn: checkInForm(checkIn),
    others,
  };
}

/** What is free stays empty. */
const pricesForm = (prices: RoomRules['prices'], language: Language): PricesForm =>
  Object.fromEntries(KINDS.map((kind) => [kind, prices?.[kind] ? amountText(prices[kind], language) : ''])) as PricesForm;

/** A quarter of an hour on both sides is offered first. */
const checkInForm = (checkIn: RoomRules['checkIn']): CheckInForm => ({
  isAsked: checkIn !== undefined,
  opens: typed(checkIn?.opensMinutes ?? 15),
  releases: typed(checkIn?.releaseMinutes ?? 15),
});

function approvalForm(approval: RoomRules['approval']): ApprovalForm {
  const { always = false, outsideHours = false, overMinutes, blocks = true } = approval ?? {};
  return { always, outsideHours, isOver: overMinutes !== undefined, over: amountOf(overMinutes, 'hour'), blocks };
}

function rowOf(layout: Layout, layouts: RoomRules['layouts']): LayoutRow {
  const offered = layouts?.find((one) => one.layout === layout);
  return { layout, isOffered: !!offered, capacity: typed(offered?.capacity), setUpMinutes: typed(offered?.setUpMinutes || undefined) };
}

/** The form on the wire; what cannot be read is NaN, which no rule takes. */
export function rulesOf(form: RulesForm): RoomRules {
  const week = form.hoursOf === 'own' ? hoursOf(form.week) : null;
  const offered = form.layouts.filter(({ isOffered }) => isOffered);
  return {
    ...form.others,
    ...(form.hoursOf === 'always' ? { hours: null } : week && 'hours' in week ? { hours: week.hours } : {}),
    ...Object.fromEntries(AMOUNTS.flatMap((rule) => given(rule, numberOf(form[rule].value), UNITS[form[rule].unit]))),
    ...Object.fromEntries(given('stepMinutes', numberOf(form.stepMinutes))),
    ...Object.fromEntries(given('horizonDays', numberOf(form.horizonDays))),
    ...Object.fromEntries(given('holdHours', numberOf(form.holdHours))),
    ...approvalOf(form.approval),
    ...pricesOf(form.prices),
    ...checkInOf(form.checkIn),
    ...(form.who === 'residents' ? {} : { who: whoOf(form) }),
    ...(offered.length ? { layouts: offered.map(layoutOf) } : {}),
  };
}

function approvalOf({ always, outsideHours, isOver, over, blocks }: ApprovalForm): Pick<RoomRules, 'approval'> {
  if (!always && !outsideHours && !isOver) return {};
  // Where all of them need approval, the long ones do.
  const overMinutes = isOver && !always ? (numberOf(over.value) ?? NaN) * UNITS[over.unit] : undefined;
  return { approval: { always, outsideHours, blocks, ...(overMinutes === undefined ? {} : { overMinutes }) } };
}

/** No price at all is no rule. */
function pricesOf(prices: PricesForm): Pick<RoomRules, 'prices'> {
  const cents = KINDS.map((kind) => [kind, prices[kind].trim() === '' ? 0 : (centsOf(prices[kind]) ?? NaN)] as const);
  return cents.every(([, one]) => one === 0) ? {} : { prices: Object.fromEntries(cents) as RoomRules['prices'] };
}

const checkInOf = ({ isAsked, opens, releases }: CheckInForm): Pick<RoomRules, 'checkIn'> =>
  isAsked ? { checkIn: { opensMinutes: numberOf(opens) ?? NaN, releaseMinutes: numberOf(releases) ?? NaN } } : {};

const given = (rule: string, number: number | null, minutes = 1) => (number === null ? [] : [[rule, number * minutes] as const]);
const whoOf = ({ who, organisationIds }: RulesForm): RoomRules['who'] =>
  who === 'organisations' ? { are: 'organisations', organisationIds } : { are: 'coordinators' };
const layoutOf = ({ layout, capacity, setUpMinutes }: LayoutRow) => ({
  layout,
  capacity: numberOf(capacity) ?? NaN,
  setUpMinutes: numberOf(setUpMinutes) ?? 0,
});

/** `null` when empty, NaN when it is no number. A comma is one too. */
const numberOf = (text: string): number | null => (text.trim() === '' ? null : Number(text.trim().replace(',', '.')));

/** What must be repaired: the id of the field, the key of the sentence under `manage.rules.wrong`, and the layout it is about. */
export type RuleFault = { field: string; message: string; layout?: Layout };

/** Faults in the order of the page: the contract judges, here it is said of which field. */
export function ruleFaults(form: RulesForm): RuleFault[] {
  const week = form.hoursOf === 'own' ? hoursOf(form.week) : null;
  const hours = week && 'wrongDay' in week ? [{ field: `rules-hours-${week.wrongDay}`, message: 'hours' }] : [];
  return [...hours, ...issuesOf(rulesOf(form)).map((issue) => faultOf(issue, form))];
}

/** How rules go together is judged once each can be read. */
function issuesOf(rules: RoomRules) {
  const issues = OwnRoomRules.safeParse(rules).error?.issues ?? [];
  const alone = issues.filter(({ code }) => code !== 'custom');
  return alone.length ? alone : issues;
}

function faultOf({ code, path }: { code?: string; path: PropertyKey[] }, form: RulesForm): RuleFault {
  const [rule, at, part] = path.map(String);
  if (rule === 'who') return { field: 'rules-who-organisations', message: 'who' };
  if (rule === 'prices') return { field: `rules-price-${at}`, message: 'prices' };
  if (rule === 'approval') return { field: 'rules-over', message: 'over' };
  if (rule === 'checkIn') return { field: `rules-${at}`, message: code === 'custom' ? 'releaseMinutesOrder' : (at ?? '') };
  if (rule === 'layouts') {
    const layout = form.layouts.filter(({ isOffered }) => isOffered)[Number(at)]?.layout;
    return { field: `rules-${part}-${layout}`, message: part === 'capacity' ? 'capacity' : 'setUp', ...(layout && { layout }) };
  }
  const isTogether = code === 'custom' && (rule === 'maxMinutes' || rule === 'leadMinutes');
  return { field: `rules-${rule}`, message: isTogether ? `${rule}Order` : (rule ?? '') };
}

/** The rules that can be read already, as residents would meet them. */
export function readableRules(form: RulesForm): RoomRules {
  const rules = rulesOf(form);
  const wrong = new Set(issuesOf(rules).map(({ path }) => String(path[0])));
  // Some organisations not chosen yet are still only some.
  return Object.fromEntries(Object.entries(rules).filter(([rule]) => rule === 'who' || !wrong.has(rule)));
}
