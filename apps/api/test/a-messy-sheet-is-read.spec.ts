import { useApi } from './api.fixture';
import { codeOf, preview, read } from './import.fixture';

const api = useApi();
const utf16 = (text: string) => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'));

const ROWS = [
  ['Nom', 'Courriel', 'Association'],
  ['Zoé Crème', 'zoe@example.org', 'Racines'],
];
const joined = (delimiter: string, end: string) => ROWS.map((cells) => cells.join(delimiter)).join(end);

it.each([
  ['UTF-8, semicolons', joined(';', '\n')],
  ['UTF-8 with a byte order mark, commas, CRLF', `\ufeff${joined(',', '\r\n')}\r\n`],
  ['UTF-16, tabs, as Excel saves Unicode text', utf16(joined('\t', '\r\n'))],
  ['Latin-1, semicolons', latin1(joined(';', '\r\n'))],
  ['old Macintosh line ends', joined(';', '\r')],
  ['quotes around everything', '"Nom";"Courriel";"Association"\n"Zoé Crème";"zoe@example.org";"Racines"'],
])('in %s', async (_, sheet) => {
  const { status, body } = await preview(await api.house(), 'people', sheet);
  expect(status).toBe(200);
  expect(body.columns.map(({ header, field }) => [header, field])).toEqual([
    ['Nom', 'displayName'],
    ['Courriel', 'email'],
    ['Association', 'organisation'],
  ]);
  expect(body.rows).toMatchObject([{ row: 2, label: 'Zoé Crème', state: 'created' }]);
});

const MESS = [
  'Membres des organisations, état du 24/11/2026;;;;;;',
  ';;;;;;',
  'Prénom ;NOM;E-MAIL;Organisation;Langue;;Remarques',
  'Ada;Lovelace;ADA@Example.org ;racines;EN;;"deux lignes,\nà "" garder"',
  ';;;;;;',
  ' ;;;;;;;;;;',
  '\u00a0Grace;Hopper;Grace <grace@example.org>;Racines;;;',
  'Ada;L.;ada@example.org;RACINES;;;',
  ';;sans-nom@example.org;Voisins;Néerlandais;;',
  'Alan;Turing;alan(at)example.org;Racines;;;',
  'Kurt;Gödel;kurt@example.org;Inconnue;klingon;;',
  'Un;Membre;{member};Racines',
  ';;;;;;',
].join('\r\n');

it('rows keep the numbers of the spreadsheet, whatever is blank, broken or repeated', async () => {
  const house = await api.house();
  const answer = await preview(house, 'people', latin1(MESS.replace('{member}', house.member.email.toUpperCase())));
  expect(read(answer)).toEqual([
    '4 created',
    '7 created',
    '8 duplicate of 4',
    '9 created',
    '10 refused email:not-an-email',
    '11 refused language:unknown-word organisation:organisation-unknown',
    '12 unchanged',
  ]);
  expect(answer.body.counts).toEqual({ created: 3, changed: 0, unchanged: 1, refused: 2, duplicate: 1 });
  expect(answer.body.rows[0]?.changes).toEqual([
    { field: 'displayName', before: null, after: 'Ada Lovelace' },
    { field: 'email', before: null, after: 'ada@example.org' },
    { field: 'language', before: null, after: 'en' },
    { field: 'organisation', before: null, after: 'Racines' },
    { field: 'role', before: null, after: 'member' },
  ]);
});

it('columns that are not recognised are mapped by hand, and without those that are needed nothing is judged', async () => {
  const house = await api.house();
  const sheet = 'A;B;C\nAda;ada@example.org;Racines';
  const blind = await preview(house, 'people', sheet);
  expect(blind.body).toMatchObject({ missing: ['email', 'organisation'], rows: [] });
  expect(blind.body.columns).toMatchObject([{ header: 'A', sample: 'Ada', field: null }, { field: null }, { field: null }]);
  expect(read(await preview(house, 'people', sheet, { columns: '-,email,organisation' }))).toEqual(['2 created']);
  expect(read(await preview(house, 'people', sheet, { columns: 'displayName,organisation,email' }))).toEqual([
    '2 refused email:not-an-email organisation:organisation-unknown',
  ]);
});

it('a sheet of residents is read in Dutch, with dates and numbers as people write them', async () => {
  const house = await api.house();
  const sheet = [
    'Naam,KBO-nummer,Vanaf,Tot,Verdeelsleutel,Aantal,Webstek',
    'De Brug vzw,BE 0403.170.701,1/2/2027,31-12-2028,m²,"35,5",debrug.example',
    'Het Atelier,,46600,,personen,4,',
    'Racines asbl,,,,,,racines.example',
    'Te laat,,01/02/2027,01/01/2027,,,',
  ].join('\n');
  const answer = await preview(house, 'residents', sheet);
  expect(read(answer)).toEqual(['2 created', '3 created', '4 changed', '5 refused to:ends-before-it-starts']);
  expect(answer.body.rows[0]?.changes.map(({ field, after }) => `${field} ${after}`)).toEqual([
    'name De Brug vzw',
    'enterpriseNumber 0403170701',
    'website https://debrug.example',
    'from 2027-02-01',
    'to 2028-12-31',
    'shareKey m2',
    'shareQuantity 35.5',
  ]);
});

it.each([
  ['an Excel workbook', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0, 0]), 'import/workbook'],
  ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0, 1, 1, 1, 1]), 'import/unreadable'],
  ['a quote that is never closed', `Nom;Mail\n"Ada;${'x'.repeat(200_000)}`, 'import/unreadable'],
  ['blank rows alone', ';;;\n;;;\n', 'import/empty'],
  ['too many rows', `Mail\n${'a@b.be\n'.repeat(5001)}`, 'import/too-large'],
  ['too many columns', `Mail${';x'.repeat(200)}\n`, 'import/too-large'],
])('%s is refused with its reason', async (_, sheet, code) => {
  expect(codeOf(await preview<unknown>(await api.house(), 'people', sheet))).toEqual([422, code]);
});

it('a sheet of organisations is shorter than one of people', async () => {
  const house = await api.house();
  const sheet = `Nom\n${'Racines\n'.repeat(1001)}`;
  expect(codeOf(await preview<unknown>(house, 'residents', sheet))).toEqual([422, 'import/too-large']);
  expect((await preview(house, 'residents', sheet.slice(0, -8))).status).toBe(200);
});

it('what is no sheet at all, too heavy, or asked for wrongly is refused before it is read', async () => {
  const house = await api.house();
  expect(codeOf(await preview<unknown>(house, 'people', '{}', { type: 'application/json' }))).toEqual([400, 'invalid-input']);
  expect(codeOf(await preview<unknown>(house, 'people', 'x', { type: 'text/html' }))).toEqual([415, 'unsupported-media-type']);
  expect(codeOf(await preview<unknown>(house, 'people', new Uint8Array(5 * 1024 * 1024 + 1)))).toEqual([413, 'payload-too-large']);
  expect((await preview(house, 'people', 'x', { columns: 'email,email' })).status).toBe(400);
  expect((await preview(house, 'people', 'x', { columns: 'enterpriseNumber' })).status).toBe(400);
  expect((await preview(house, 'weather' as 'people', 'x')).status).toBe(400);
});

it('a sheet as full as it may be is judged row by row', async () => {
  const note = 'x'.repeat(900);
  const rows = Array.from({ length: 5000 }, (_, n) => `Personne ${n};p${n}@example.org;Racines;"${note}"`);
  const { body } = await preview(await api.house(), 'people', `Nom;Mail;Organisation;Note\n${rows.join('\n')}`);
  expect(body.counts).toEqual({ created: 5000, changed: 0, unchanged: 0, refused: 0, duplicate: 0 });
});
