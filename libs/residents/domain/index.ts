export * from './residents.contract';
