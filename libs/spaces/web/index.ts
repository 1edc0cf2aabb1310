export * from './features';
export * from './in-space';
export * from './live-stream';
export * from './localized-field';
export * from './room-plan';
export * from './room-words';
export * from './space-store';
export * from './space.texts';
