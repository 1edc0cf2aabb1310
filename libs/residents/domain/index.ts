export * from './letters.contract';
export * from './log.contract';
export * from './keys.contract';
export * from './occupancy.rules';
export * from './residencies.contract';
export * from './residency.rules';
export * from './residency.terms';
export * from './residents.contract';
