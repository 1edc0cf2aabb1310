export * from './notifications.routes';
export * from './preferences/preferences.section';
export * from './preferences/unsubscribe.routes';
export * from './unread';
