export * from './digests';
export * from './notifications.module';
export * from './notifications.sweep';
