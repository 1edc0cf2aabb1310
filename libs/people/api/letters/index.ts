export * from './account.letters';
export * from './invitation.letter';
export * from './joining.letters';
export * from './samples';
