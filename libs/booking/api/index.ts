export * from './booking.cancellations';
export * from './booking.entity';
export * from './booking.module';
export * from './bookings.service';
export * from './calendar.queries';
export * from './horizon.job';
export * from './season/season.module';
export * from './skipped.dates';
