import type { Amount, JointRule } from './mandates.contract';

/** What the rules need to know of a mandate; days are days of the house (YYYY-MM-DD), `to` and `endedOn` the last ones. */
export type MandateFacts = {
  personId: string;
  ceiling: Amount | null;
  joint: JointRule;
  from: string;
  to: string | null;
  endedOn: string | null;
};
type Days = Pick<MandateFacts, 'from' | 'to' | 'endedOn'>;

/** State of a mandate on a day: both its first and its last day are days in force. */
export function mandateState({ from, to, endedOn }: Days, day: string): 'planned' | 'active' | 'ended' {
  const last = [to, endedOn].filter((end) => end !== null).sort()[0];
  if (last !== undefined && (day > last || last < from)) return 'ended';
  return day < from ? 'planned' : 'active';
}

/** The mandates in force on a day. */
export const mandatesInForce = <M extends Days>(mandates: readonly M[], day: string): M[] =>
  mandates.filter((mandate) => mandateState(mandate, day) === 'active');

/** True when the mandate reaches the amount, the ceiling included. A ceiling in another currency reaches nothing; null is about no money. */
const covers = ({ ceiling }: MandateFacts, amount: Amount | null): boolean =>
  amount === null || ceiling === null || (ceiling.currency === amount.currency && amount.cents <= ceiling.cents);

/**
 * Whether these persons, signing together, bind their organisation on a day for an amount (null: about no money).
 * One mandate among them has to be fulfilled: by its holder alone; with so many others who each hold a mandate that reaches the amount;
 * or with any one of the named, who need no mandate of their own. Whoever signs besides does no harm.
 */
export function mayBind(mandates: readonly MandateFacts[], personIds: readonly string[], day: string, amount: Amount | null): boolean {
  const held = mandatesInForce(mandates, day).filter((mandate) => personIds.includes(mandate.personId) && covers(mandate, amount));
  const holders = new Set(held.map(({ personId }) => personId));
  return held.some(({ joint, personId }) => {
    if (joint.kind === 'alone') return true;
    if (joint.kind === 'with-others') return holders.size - 1 >= joint.others;
    return joint.personIds.some((named) => named !== personId && personIds.includes(named));
  });
}
