export * from './residents.contract';
export * from './residents.rules';
