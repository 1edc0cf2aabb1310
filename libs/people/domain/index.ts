export * from './account.contract';
export * from './invitations.contract';
export * from './invitations.rules';
export * from './members.contract';
export * from './people.contract';
