export * from './residents-store';
