import { min, type SchemaPathTree, validate } from '@angular/forms/signals';
import { type Residency, type ResidencyEdit, type ShareKey, type Wish, needsQuantity } from '@bota/residents/domain';

/** The terms of a residency in a form: dates of the house, '' where none is said. */
export type Terms = { from: string; to: string; shareKey: ShareKey; shareQuantity: number | null };

export const SHARE_KEYS: readonly ShareKey[] = ['m2', 'desks', 'heads', 'fixed'];
export const freshTerms = (from: string): Terms => ({ from, to: '', shareKey: 'm2', shareQuantity: null });
export const termsOf = ({ from, to, shareKey, shareQuantity }: Residency): Terms => ({ from, to: to ?? '', shareKey, shareQuantity });
export const toWire = ({ to, ...terms }: Terms) => ({ ...terms, to: to || null });

/** What it occupies on a day. */
export const wishesOn = ({ occupancies }: Residency, day: string): Wish[] =>
  occupancies.filter(({ from, to }) => from <= day && (to === null || day <= to)).map(({ roomId, desks }) => ({ roomId, desks }));

/** The same rules as the server's, said where they are broken. */
export function checkTerms(path: SchemaPathTree<Terms>): void {
  validate(path.from, ({ value }) => (value() ? undefined : { kind: 'from', message: 'residents.form.fromNeeded' }));
  validate(path.to, ({ value, valueOf }) =>
    value() && value() < valueOf(path.from) ? { kind: 'to', message: 'residents.form.endsBefore' } : undefined,
  );
  min(path.shareQuantity, 0, { message: 'residents.form.shareNeeded' });
  validate(path.shareQuantity, ({ value, valueOf }) =>
    needsQuantity(valueOf(path.shareKey)) && value() === null ? { kind: 'share', message: 'residents.form.shareNeeded' } : undefined,
  );
}

/** Only what was changed, so that two who edit different things do not undo each other. */
export function editOf(before: Residency, terms: Terms, wishes: readonly Wish[], from: string): ResidencyEdit {
  const wire = toWire(terms);
  const changed = Object.entries(wire).filter(([name, value]) => before[name as keyof typeof wire] !== value);
  const isMoved = JSON.stringify(sorted(wishes)) !== JSON.stringify(sorted(wishesOn(before, from)));
  return { ...Object.fromEntries(changed), ...(isMoved && { occupies: { from, items: [...wishes] } }) };
}

const sorted = (wishes: readonly Wish[]) =>
  wishes.map(({ roomId, desks }) => ({ roomId, desks })).sort((a, b) => a.roomId.localeCompare(b.roomId));
