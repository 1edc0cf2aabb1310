export * from './alternatives.rules';
export * from './booking.contract';
export * from './booking.rules';
export * from './recurrence.rules';
export * from './recurrence.sentence';
