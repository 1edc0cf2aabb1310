import { headingsAt, missingFields, plainWords, recogniseColumns } from './import.columns';

describe('columns are recognised by their headings', () => {
  it.each([
    [
      'residents',
      [
        'NOM DE L’ORGANISATION',
        'N° d’entreprise',
        'Forme juridique',
        'Site web',
        'Description',
        'Du',
        'Jusqu’au',
        'Clé de répartition',
        'Quantité',
      ],
      ['name', 'enterpriseNumber', 'kind', 'website', 'descriptionFr', 'from', 'to', 'shareKey', 'shareQuantity'],
    ],
    [
      'residents',
      ['Naam', 'KBO-nummer', 'Rechtsvorm', 'Webstek', 'Beschrijving', 'Vanaf', 'Tot', 'Verdeelsleutel', 'Aantal'],
      ['name', 'enterpriseNumber', 'kind', 'website', 'descriptionNl', 'from', 'to', 'shareKey', 'shareQuantity'],
    ],
    ['residents', ['Name', 'VAT number', 'Since', 'End date', 'm²'], ['name', 'enterpriseNumber', 'from', 'to', 'shareQuantity']],
    ['people', ['Nom', 'E-mail', 'Langue', 'Association', 'Rôle'], ['displayName', 'email', 'language', 'organisation', 'role']],
    ['people', ['Prénom', 'Nom', 'Adresse e-mail'], ['firstName', 'lastName', 'email']],
    ['people', ['Voornaam', 'Naam', 'Mailadres', 'Vereniging'], ['firstName', 'lastName', 'email', 'organisation']],
    ['people', ['First name', 'Last name', 'E-mail address'], ['firstName', 'lastName', 'email']],
    ['residents', ['Association', 'N° entreprise'], ['name', 'enterpriseNumber']],
    ['people', ['  éMAIL :', 'GSM', '', 'Courriel'], ['email', null, null, null]],
  ] as const)('of %s: %j', (kind, headings, fields) => expect(recogniseColumns(headings, kind)).toEqual(fields));

  it('below a title and a blank line', () => {
    expect(headingsAt([['Liste des membres 2026'], ['Nom', 'Mail', 'Organisation'], ['Ada', 'a@b.be', 'Mail']], 'people')).toBe(1);
  });

  it('in the first row when nothing is recognised', () =>
    expect(
      headingsAt(
        [
          ['x', 'y'],
          ['1', '2'],
        ],
        'people',
      ),
    ).toBe(0));
  it('or there is no row at all', () => expect(headingsAt([], 'people')).toBe(0));
});

it('a sheet cannot be read without the columns that tell rows apart', () => {
  expect(missingFields(['website', null], 'residents')).toEqual(['name']);
  expect(missingFields(['displayName', 'email'], 'people')).toEqual(['organisation']);
  expect(missingFields(['email', 'organisation'], 'people')).toEqual([]);
});

it('words are compared without accents, capitals, punctuation', () => {
  expect(plainWords('  Numéro d’Entreprise (BCE) ')).toBe('numero d entreprise bce');
});
