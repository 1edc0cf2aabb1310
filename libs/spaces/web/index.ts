export * from './in-space';
export * from './space-store';
