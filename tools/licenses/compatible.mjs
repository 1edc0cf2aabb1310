import { allowed } from './allowed.mjs';

/** Whether an SPDX expression leaves a choice we may take. Of `OR` one is enough, of `AND` all; a nested mix of both is refused. */
export function isCompatible(expression) {
  const flat = expression.replace(/^\((.*)\)$/, '$1');
  if (/[()]/.test(flat) || (flat.includes(' OR ') && flat.includes(' AND '))) return false;
  return flat.split(' OR ').some((choice) => choice.split(' AND ').every((license) => allowed.has(license)));
}
