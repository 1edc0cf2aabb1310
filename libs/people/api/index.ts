export * from './membership.entity';
export * from './me.service';
export * from './organisation.entity';
export * from './passwords';
export * from './people.module';
export * from './person.entity';
export * from './session.cookie';
export * from './sessions.service';
