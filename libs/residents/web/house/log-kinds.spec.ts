import house from '../i18n/house.fr.json' with { type: 'json' };
import { LOG_KINDS } from './log-kinds';

it('every kind of entry that has words may be looked for', () => {
  const said = Object.entries(house.kind).flatMap(([family, acts]) => Object.keys(acts).map((act) => `${family}.${act}`));
  expect([...LOG_KINDS].sort()).toEqual(said.sort());
});
