export * from './acts';
export * from './house.routes';
export * from './residents-store';
export * from './residents.routes';
export * from './waiting/waiting-summary';
export * from './waiting/waiting.texts';
