export * from './notifications.contract';
export * from './preferences.contract';
