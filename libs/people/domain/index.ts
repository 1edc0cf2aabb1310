export * from './account.contract';
export * from './enterprise-number.rules';
export * from './invitations.contract';
export * from './invitations.rules';
export * from './look.rules';
export * from './members.contract';
export * from './organisations.contract';
export * from './people.contract';
