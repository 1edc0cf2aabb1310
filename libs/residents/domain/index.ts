export * from './letters.contract';
export * from './log.contract';
export * from './residents.contract';
export * from './residents.rules';
