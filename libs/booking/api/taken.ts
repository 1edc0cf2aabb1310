import { sqlState } from '@bota/shared/api';

/** `require_all` counted fewer rows than asked: somebody else has the time. */
export const isTaken = (error: unknown): boolean => sqlState(error) === 'B7501';
