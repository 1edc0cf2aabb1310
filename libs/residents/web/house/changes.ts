/** One thing that changed: its name in the log, and its values as they were kept. */
export type Change = { field: string; before: unknown; after: unknown };

type Fields = Record<string, unknown>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Fields)
    : value === null || value === undefined
      ? {}
      : { value };
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

/** What an entry of the log says besides who and when: fields in the order they were kept, without those that stayed. */
export function changesOf(before: unknown, after: unknown): Change[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)];
  const isEdit = Object.keys(was).length > 0 && Object.keys(is).length > 0;
  const names = isEdit ? Object.keys(is) : [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return names.map((field) => ({ field, before: was[field], after: is[field] })).filter(({ before: old, after: now }) => !same(old, now));
}
