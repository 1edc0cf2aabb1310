export * from './actor';
export * from './policy';
export * from './problem.contract';
export * from './remembered';
export * from './time';
export * from './upload.contract';
export * from './wire.contract';
