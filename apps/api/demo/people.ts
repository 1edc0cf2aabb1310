import type { Language, LocalizedText } from '@bota/shared/domain';
import { ORGANISATIONS, type OrganisationKey } from './organisations';

export type DemoPerson = {
  mailbox: string;
  label: LocalizedText & { fr: string; nl: string };
  language: Language;
  member?: { of: OrganisationKey; role: 'member' | 'admin' };
  houseRole?: 'steering' | 'researcher';
};

const memberOf = (of: OrganisationKey, mailbox: string, language: Language = 'fr'): DemoPerson => {
  const { name } = ORGANISATIONS[of];
  return { mailbox, language, member: { of, role: 'member' }, label: { fr: `Membre, ${name}`, nl: `Lid, ${name}`, en: `Member, ${name}` } };
};

/** Coordinates the house; also an admin of the organisation in whose name the house itself books. */
export const COORDINATOR: DemoPerson = {
  mailbox: 'coordination',
  language: 'fr',
  label: { fr: 'Coordination de la maison', nl: 'Huiscoördinatie', en: 'House coordination' },
  member: { of: 'coordination', role: 'admin' },
};

/** Accounts to try the product with, named by role: nobody in particular. */
export const VISITORS: DemoPerson[] = [
  memberOf('racines', 'membre.racines'),
  {
    mailbox: 'admin.racines',
    language: 'fr',
    label: { fr: 'Administration, Racines & Finances', nl: 'Beheer, Racines & Finances', en: 'Administrator, Racines & Finances' },
    member: { of: 'racines', role: 'admin' },
  },
  memberOf('vaart', 'membre.vaart', 'nl'),
  {
    mailbox: 'pilotage',
    language: 'fr',
    label: { fr: 'Comité de pilotage', nl: 'Stuurgroep', en: 'Steering committee' },
    houseRole: 'steering',
  },
  {
    mailbox: 'recherche',
    language: 'en',
    label: { fr: 'Recherche-action', nl: 'Actieonderzoek', en: 'Action research' },
    houseRole: 'researcher',
  },
  {
    mailbox: 'voisinage',
    language: 'fr',
    label: { fr: 'Voisinage, sans organisation', nl: 'Buurt, zonder organisatie', en: 'Neighbour, no organisation' },
  },
];

/** Members of the other organisations: they book, but nobody signs in as them. */
export const OTHER_MEMBERS: DemoPerson[] = [
  memberOf('marmite', 'membre.marmite'),
  memberOf('draad', 'membre.draad', 'nl'),
  memberOf('vis', 'membre.vis'),
  memberOf('radio', 'membre.radio'),
  memberOf('kinderkaravaan', 'membre.kinderkaravaan', 'nl'),
  memberOf('fanfare', 'membre.fanfare'),
];

export const emailOf = (person: DemoPerson): string => `${person.mailbox}@bota75.example`;
/** A person's name is written in one language: their own, French for those who read English. */
export const displayNameOf = ({ label, language }: DemoPerson): string => (language === 'nl' ? label.nl : label.fr);
