export * from './digest.rules';
export * from './notifications.contract';
export * from './preferences.contract';
