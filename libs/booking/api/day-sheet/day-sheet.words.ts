import { LOCALES, type Language, dateInWords, dateOf } from '@bota/shared/domain';
import type { Feature, Layout } from '@bota/spaces/domain';

type DaySheetWords = {
  title: string;
  opens: string;
  closes: string;
  keys: (keys: string) => string;
  noKey: string;
  columns: { when: string; what: string; room: string; who: string };
  people: (n: number) => string;
  setUp: (time: string) => string;
  tearDown: (time: string) => string;
  change: (from: string, to: string) => string;
  noShow: string;
  allDay: string;
  former: string;
  nothing: string;
  closed: (what: string, when: string, reason: string) => string;
  house: string;
  page: (page: number, pages: number) => string;
  layouts: Record<Layout, string>;
  equipment: (things: string) => string;
  things: Partial<Record<Feature, string>>;
};

export const DAY_SHEET_WORDS: Record<Language, DaySheetWords> = {
  fr: {
    title: 'Feuille du jour',
    opens: 'Qui ouvre',
    closes: 'Qui ferme',
    keys: (keys) => `clés : ${keys}`,
    noKey: 'sans clé : la coordination ouvre ou ferme',
    columns: { when: 'Quand', what: 'Quoi', room: 'Salle', who: 'Contact' },
    people: (n) => (n === 1 ? '1 personne' : `${n} personnes`),
    setUp: (time) => `installation dès ${time}`,
    tearDown: (time) => `rangement jusqu’à ${time}`,
    change: (from, to) => `à installer : ${to} (avant : ${from})`,
    noShow: 'personne n’est venu',
    allDay: 'toute la journée',
    former: 'ancien membre',
    nothing: 'Rien n’est réservé ce jour-là.',
    closed: (what, when, reason) => `Fermé : ${what}, ${when}${reason ? ` (${reason})` : ''}`,
    house: 'la maison',
    page: (page, pages) => `page ${page} sur ${pages}`,
    layouts: {
      ...{ theatre: 'en théâtre', table: 'autour d’une table', classroom: 'en classe', circle: 'en cercle', kitchen: 'en cuisine' },
      ...{ workshop: 'aux établis', booth: 'en cabine', lounge: 'en salon' },
    },
    equipment: (things) => `Matériel\u00a0: ${things}`,
    things: {
      ...{ screen: 'écran', 'video-call': 'visio', whiteboard: 'tableau blanc', piano: 'piano', 'hearing-loop': 'boucle magnétique' },
      ...{ workbench: 'établis', stage: 'scène', sound: 'sonorisation', blackout: 'occultation' },
    },
  },
  nl: {
    title: 'Dagoverzicht',
    opens: 'Wie opent',
    closes: 'Wie sluit',
    keys: (keys) => `sleutels: ${keys}`,
    noKey: 'zonder sleutel: de coördinatie opent of sluit',
    columns: { when: 'Wanneer', what: 'Wat', room: 'Zaal', who: 'Contact' },
    people: (n) => (n === 1 ? '1 persoon' : `${n} personen`),
    setUp: (time) => `klaarzetten vanaf ${time}`,
    tearDown: (time) => `opruimen tot ${time}`,
    change: (from, to) => `op te stellen: ${to} (ervoor: ${from})`,
    noShow: 'niemand kwam opdagen',
    allDay: 'de hele dag',
    former: 'vroeger lid',
    nothing: 'Die dag is er niets gereserveerd.',
    closed: (what, when, reason) => `Gesloten: ${what}, ${when}${reason ? ` (${reason})` : ''}`,
    house: 'het huis',
    page: (page, pages) => `pagina ${page} van ${pages}`,
    layouts: {
      ...{
        theatre: 'theateropstelling',
        table: 'rond een tafel',
        classroom: 'klasopstelling',
        circle: 'in een kring',
        kitchen: 'als keuken',
      },
      ...{ workshop: 'aan werkbanken', booth: 'als cabine', lounge: 'als salon' },
    },
    equipment: (things) => `Materiaal: ${things}`,
    things: {
      ...{ screen: 'scherm', 'video-call': 'videogesprek', whiteboard: 'whiteboard', piano: 'piano', 'hearing-loop': 'ringleiding' },
      ...{ workbench: 'werkbanken', stage: 'podium', sound: 'geluidsinstallatie', blackout: 'verduistering' },
    },
  },
  en: {
    title: 'Day sheet',
    opens: 'Who opens',
    closes: 'Who closes',
    keys: (keys) => `keys: ${keys}`,
    noKey: 'without a key: the coordination opens or closes',
    columns: { when: 'When', what: 'What', room: 'Room', who: 'Contact' },
    people: (n) => (n === 1 ? '1 person' : `${n} people`),
    setUp: (time) => `setting up from ${time}`,
    tearDown: (time) => `clearing until ${time}`,
    change: (from, to) => `to set: ${to} (before: ${from})`,
    noShow: 'nobody came',
    allDay: 'all day',
    former: 'former member',
    nothing: 'Nothing is booked that day.',
    closed: (what, when, reason) => `Closed: ${what}, ${when}${reason ? ` (${reason})` : ''}`,
    house: 'the house',
    page: (page, pages) => `page ${page} of ${pages}`,
    layouts: {
      ...{ theatre: 'theatre', table: 'around a table', classroom: 'classroom', circle: 'circle', kitchen: 'kitchen' },
      ...{ workshop: 'workbenches', booth: 'booth', lounge: 'lounge' },
    },
    equipment: (things) => `Equipment: ${things}`,
    things: {
      ...{ screen: 'screen', 'video-call': 'video call', whiteboard: 'whiteboard', piano: 'piano', 'hearing-loop': 'hearing loop' },
      ...{ workbench: 'workbenches', stage: 'stage', sound: 'sound system', blackout: 'blackout' },
    },
  },
};

/** `lundi 16 mars 2026` */
export const dayInWords = (date: string, language: Language): string =>
  dateInWords(
    new Intl.DateTimeFormat(LOCALES[language], {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      year: 'numeric',
      timeZone: 'UTC',
    }).formatToParts(new Date(`${date}T12:00:00Z`)),
    language,
  );

/** `09:30` on the clock of the house, `sam. 14, 22:00` when that is not on the day of the sheet. */
export const momentIn = (zone: string, day: string, language: Language) => (instant: string) => {
  const clock = clockIn(zone)(instant);
  const at = new Date(instant);
  if (dateOf(at, zone) === day) return clock;
  return `${new Intl.DateTimeFormat(LOCALES[language], { weekday: 'short', day: 'numeric', timeZone: zone }).format(at)}, ${clock}`;
};

/** `09:30` on the clock of the house. */
export const clockIn = (zone: string) => (instant: string) =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone }).format(new Date(instant));
