import type { Demo } from '@bota/people/domain';
import { COORDINATOR, VISITORS, emailOf } from './people';

/** One password for all demo accounts; printed at the start, so it protects nothing. */
export const DEMO_PASSWORD = 'bota75-demo';

/** Who one may sign in as with one click. */
export const demoAccounts = (): Demo['accounts'] =>
  [COORDINATOR, ...VISITORS].map((person) => ({ email: emailOf(person), label: person.label }));
