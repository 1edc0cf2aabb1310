export * from './booking.routes';
