export * from './booking.routes';
export * from './display/display.routes';
