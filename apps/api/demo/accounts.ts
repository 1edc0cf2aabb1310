import type { Demo } from '@bota/people/domain';

/** One password for all demo accounts; printed at the start, so it protects nothing. */
export const DEMO_PASSWORD = 'bota75-demo';

export const demoAccounts = (): Demo['accounts'] => [];
