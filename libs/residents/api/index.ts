export * from './exit/exit-checklist';
export * from './houses.service';
export * from './residencies/opening';
export * from './residents.module';
export * from './residents.service';
