export * from './residents.module';
export * from './residents.service';
