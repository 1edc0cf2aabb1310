import { isBackupOld } from './integrity.rules';

it.each([
  ['just made', '2026-11-24T12:00:00Z', false],
  ['two days old, to the second', '2026-11-22T12:00:00Z', false],
  ['a second older', '2026-11-22T11:59:59Z', true],
  ['of last month', '2026-10-24T12:00:00Z', true],
])('a backup %s', (_, at, isOld) => expect(isBackupOld(new Date(at), new Date('2026-11-24T12:00:00Z'))).toBe(isOld));
