export * from './brand.rules';
export * from './house.contract';
export * from './spaces.contract';
