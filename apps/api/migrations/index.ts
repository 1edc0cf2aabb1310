import { Foundation1700000000001 } from './0001-foundation';

/** The one linear history of the schema. */
export const migrations = [Foundation1700000000001];
