import { IMPORT_FIELDS, type ImportField, type ImportKind } from './import.contract';

/** Letters and digits alone, without accents and capitals: how headings, words and names are compared. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/²/g, '2')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

// What people write above a column, in three languages; compared without accents, capitals and punctuation.
const HEADINGS: Record<ImportKind, Partial<Record<ImportField, string>>> = {
  residents: {
    name: 'nom|nom de l organisation|organisation|association|denomination|raison sociale|resident|structure|naam|naam van de organisatie|organisatie|vereniging|bewoner|benaming|name|organisation name|organization',
    enterpriseNumber:
      'numero d entreprise|n d entreprise|n entreprise|nr d entreprise|nr entreprise|numero entreprise bce|no d entreprise|num entreprise|numero entreprise|no entreprise|bce|n bce|no bce|numero bce|tva|n tva|no tva|numero de tva|ondernemingsnummer|ondernemingsnr|kbo|kbo nummer|btw|btw nummer|enterprise number|company number|vat|vat number',
    kind: 'type|genre|forme|forme juridique|statut juridique|statut|soort|rechtsvorm|vorm|kind|legal form',
    website: 'site|site web|site internet|web|url|website|webstek|webpagina|homepage',
    descriptionFr:
      'description|description fr|descriptif|presentation|activite|activites|objet|description en francais|beschrijving in het frans|description in french|franse beschrijving|description francais',
    descriptionNl:
      'description nl|beschrijving|omschrijving|activiteit|activiteiten|voorstelling|description en neerlandais|beschrijving in het nederlands|description in dutch|description neerlandais',
    descriptionEn: 'description en|about|activity|activities|description en anglais|beschrijving in het engels|description in english',
    from: 'du|de|depuis|debut|date de debut|date d entree|entree|arrivee|a partir du|van|vanaf|sinds|begin|begindatum|startdatum|start|from|since|start date|start|premier jour|eerste dag|first day',
    to: 'au|a|jusqu au|jusque|fin|date de fin|date de sortie|sortie|depart|tot|tot en met|t m|einde|einddatum|eind|to|until|end|end date|dernier jour|laatste dag|last day',
    shareKey: 'cle|cle de repartition|cle de partage|cle repartition|verdeelsleutel|sleutel|share key|key',
    shareQuantity:
      'quantite|quote part|part|nombre|surface|superficie|m2|aantal|hoeveelheid|aandeel|oppervlakte|quantity|share|area|quantite convenue|afgesproken hoeveelheid|agreed quantity',
  },
  people: {
    displayName:
      'nom|nom complet|nom et prenom|prenom et nom|nom prenom|prenom nom|personne|contact|membre|naam|volledige naam|naam en voornaam|voornaam en naam|persoon|lid|name|full name|display name|person|member',
    firstName: 'prenom|voornaam|first name|firstname|given name',
    lastName: 'nom de famille|familienaam|achternaam|last name|lastname|surname|family name',
    email:
      'mail|e mail|email|courriel|adresse mail|adresse e mail|adresse email|adresse electronique|mailadres|e mailadres|emailadres|mail address|e mail address|email address',
    language: 'langue|taal|language|lang|lg',
    organisation:
      'organisation|association|asbl|structure|organisme|membre de|organisatie|vereniging|vzw|lid van|organization|member of|group|groupe|groep',
    role: 'role|droits|rol|rechten|rights',
  },
};

const MEANINGS = Object.fromEntries(
  Object.entries(HEADINGS).map(([kind, headings]) => [
    kind,
    new Map(Object.entries(headings).flatMap(([field, names]) => names.split('|').map((name) => [name, field as ImportField]))),
  ]),
) as Record<ImportKind, Map<string, ImportField>>;

/**
 * What each column holds, by its heading; null where the heading says nothing we know. The first of two equal ones counts.
 * `Nom` beside `Prénom` is a family name, alone it is the whole name.
 */
export function recogniseColumns(headings: readonly string[], kind: ImportKind): (ImportField | null)[] {
  const names = headings.map(plainWords);
  const hasFirstName = names.some((name) => MEANINGS[kind].get(name) === 'firstName');
  const given = new Set<ImportField>();
  return names.map((name) => {
    const meant = MEANINGS[kind].get(name) ?? (IMPORT_FIELDS[kind] as readonly ImportField[]).find((field) => plainWords(field) === name);
    const field = meant === 'displayName' && hasFirstName && /^(nom|naam|name)$/.test(name) ? 'lastName' : meant;
    if (!field || given.has(field)) return null;
    given.add(field);
    return field;
  });
}

const LOOKED_AT = 15;

/** Place of the row of headings: the one among the first in which most columns are recognised, else the first. */
export function headingsAt(rows: readonly (readonly string[])[], kind: ImportKind): number {
  const known = rows.slice(0, LOOKED_AT).map((row) => recogniseColumns(row, kind).filter(Boolean).length);
  const most = Math.max(0, ...known);
  return most === 0 ? 0 : known.indexOf(most);
}

/** Fields that must have a column, for the sheet to be read at all. */
export function missingFields(fields: readonly (ImportField | null)[], kind: ImportKind): ImportField[] {
  const needed: readonly ImportField[] = kind === 'residents' ? ['name'] : ['email', 'organisation'];
  return needed.filter((field) => !fields.includes(field));
}
