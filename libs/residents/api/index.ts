export * from './houses.service';
export * from './residents.module';
export * from './residents.service';
