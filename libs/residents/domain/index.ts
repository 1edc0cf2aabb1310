export * from './letters.contract';
export * from './log.contract';
export * from './residency.rules';
export * from './residents.contract';
