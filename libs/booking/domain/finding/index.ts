export * from './finding.contract';
export * from './rooms.rules';
export * from './times.rules';
