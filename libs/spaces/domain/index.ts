export * from './spaces.contract';
