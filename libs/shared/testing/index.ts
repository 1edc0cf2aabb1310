export * from './database';
export * from './event-stream';
export * from './http-client';
