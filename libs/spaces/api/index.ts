export * from './room.entity';
export * from './room.queries';
export * from './rooms.service';
export * from './space.entity';
export * from './space.view';
export * from './spaces.module';
export * from './spaces.service';
