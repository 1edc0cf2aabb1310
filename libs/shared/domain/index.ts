export * from './actor';
export * from './problem.contract';
export * from './remembered';
export * from './time';
export * from './wire.contract';
