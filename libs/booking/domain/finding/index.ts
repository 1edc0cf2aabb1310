export * from './finding.contract';
export * from './rooms.rules';
export type { Booker } from './terms.rules';
export * from './times.rules';
