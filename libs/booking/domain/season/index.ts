export * from './season.candidates';
export * from './season.contract';
export * from './season.plan';
export * from './season.plan.contract';
export * from './season.rules';
export * from './season.slots';
