export * from './acts';
export * from './house.routes';
export * from './residents-store';
export * from './residents.routes';
