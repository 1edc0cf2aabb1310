import charges from '../i18n/charges.fr.json' with { type: 'json' };
import house from '../i18n/house.fr.json' with { type: 'json' };

/** All texts under keys that are about desks. */
const aboutDesks = (texts: object, isAbout = false): string[] =>
  Object.entries(texts).flatMap(([key, text]: [string, string | object]) => {
    const is = isAbout || /desks/i.test(key);
    return typeof text === 'string' ? (is ? [text] : []) : aboutDesks(text, is);
  });

it('a desk is a « poste » wherever it is counted or paid for: a « bureau » is the room it stands in', () => {
  const said = [charges, house].flatMap((texts) => aboutDesks(texts));
  expect(said.length).toBeGreaterThan(8);
  expect(said.filter((text) => /bureau/i.test(text))).toEqual([]);
});
