export * from './brand.rules';
export * from './house.contract';
export * from './room-rules.contract';
export * from './spaces.contract';
