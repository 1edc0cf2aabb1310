import type { RoomDraft, WeekHours } from '@bota/spaces/domain';
import type { FloorKey } from './house';
import type { OrganisationKey } from './organisations';

export type DemoRoom = Omit<RoomDraft, 'slug' | 'floorId' | 'partIds' | 'bookable' | 'desks' | 'outline'> & {
  floor: FloorKey;
  parts?: RoomKey[];
  onlyFor?: OrganisationKey[];
};

const days = (from: string, to: string): [string, string][] => Array.from({ length: 6 }, () => [from, to]);
const exceptSunday: WeekHours = [...days('08:00', '21:00'), null];
const withSunday: WeekHours = [...days('08:00', '22:00'), ['10:00', '20:00']];

export type RoomKey =
  'salle-a' | 'salle-b' | 'grande-salle' | 'cuisine-partagee' | 'salle-marronnier' | 'petit-salon' | 'cabine' | 'salle-canopee' | 'atelier';

/** Parts come before their whole, which names them; houses show the whole first. */
export const ROOMS: Record<RoomKey, DemoRoom> = {
  'salle-a': {
    name: 'Salle A',
    floor: 'ground',
    capacity: 40,
    areaM2: 68,
    features: ['screen', 'whiteboard', 'step-free', 'hearing-loop', 'sound'],
    layout: 'theatre',
    description: {
      fr: 'Sur la rue, de plain-pied. Quarante chaises, un écran et une bonne sono ; la cloison s’ouvre sur la salle B.',
      nl: 'Aan de straatkant, gelijkvloers. Veertig stoelen, een scherm en goed geluid; de wand opent naar Salle B.',
      en: 'On the street side, at ground level. Forty chairs, a screen and good sound; the wall opens onto Salle B.',
    },
    rules: {
      bufferMinutes: 15,
      layouts: [
        { layout: 'theatre', capacity: 40, setUpMinutes: 0 },
        { layout: 'circle', capacity: 24, setUpMinutes: 15 },
      ],
    },
  },
  'salle-b': {
    name: 'Salle B',
    floor: 'ground',
    capacity: 40,
    areaM2: 64,
    features: ['piano', 'step-free', 'daylight'],
    layout: 'circle',
    description: {
      fr: 'Côté cour, avec le piano droit. Parquet, lumière du matin, chaises en cercle.',
      nl: 'Aan de binnenkoer, met de buffetpiano. Parket, ochtendlicht, stoelen in een kring.',
      en: 'On the courtyard, with the upright piano. Wooden floor, morning light, chairs in a circle.',
    },
    rules: { bufferMinutes: 15 },
  },
  'grande-salle': {
    name: 'Grande salle',
    floor: 'ground',
    parts: ['salle-a', 'salle-b'],
    capacity: 80,
    areaM2: 132,
    features: ['screen', 'whiteboard', 'piano', 'sound', 'stage', 'step-free', 'hearing-loop'],
    layout: 'theatre',
    description: {
      fr: 'Les salles A et B, cloison ouverte : quatre-vingts places face à la petite scène.',
      nl: 'Salle A en Salle B met de wand open: tachtig plaatsen voor het kleine podium.',
      en: 'Salle A and Salle B with the wall open: eighty seats facing the small stage.',
    },
    rules: {
      bufferMinutes: 15,
      stepMinutes: 30,
      cancelMinutes: 2 * 24 * 60,
      prices: { resident: 1200, partner: 2000, outsider: 4000 },
      layouts: [
        { layout: 'theatre', capacity: 80, setUpMinutes: 30 },
        { layout: 'circle', capacity: 50, setUpMinutes: 30 },
        { layout: 'table', capacity: 40, setUpMinutes: 45 },
      ],
    },
  },
  'cuisine-partagee': {
    name: 'Cuisine partagée',
    floor: 'ground',
    capacity: 12,
    areaM2: 38,
    features: ['kitchen', 'step-free', 'daylight'],
    layout: 'kitchen',
    description: {
      fr: 'Deux fours, six feux, une longue table. On y cuisine à douze ; la vaisselle se fait avant de partir.',
      nl: 'Twee ovens, zes vuren, één lange tafel. Je kookt er met twaalf; afwassen doe je voor je vertrekt.',
      en: 'Two ovens, six burners, one long table. Twelve people can cook; dishes are done before leaving.',
    },
    rules: {
      hours: Array.from({ length: 7 }, () => ['08:00', '23:00']),
      bufferMinutes: 30,
      leadMinutes: 24 * 60,
      prices: { resident: 0, partner: 800, outsider: 1500 },
    },
  },
  'salle-marronnier': {
    name: 'Salle Marronnier',
    floor: 'first',
    capacity: 16,
    areaM2: 34,
    features: ['screen', 'video-call', 'whiteboard', 'hearing-loop', 'daylight'],
    layout: 'table',
    description: {
      fr: 'Claire et silencieuse, côté jardin. Une grande table pour seize, un écran qui s’allume tout seul.',
      nl: 'Licht en stil, aan de tuinkant. Een grote tafel voor zestien, een scherm dat vanzelf aangaat.',
      en: 'Bright and quiet, on the garden side. One large table for sixteen, a screen that turns itself on.',
    },
    rules: { hours: exceptSunday, minMinutes: 30, maxMinutes: 240, bufferMinutes: 15 },
  },
  'petit-salon': {
    name: 'Petit salon',
    floor: 'first',
    capacity: 6,
    areaM2: 16,
    features: ['daylight'],
    layout: 'lounge',
    description: {
      fr: 'Deux canapés, une bibliothèque, une porte qui ferme bien : pour parler à quelques-uns.',
      nl: 'Twee zetels, een boekenkast, een deur die goed sluit: om met weinig volk te praten.',
      en: 'Two sofas, a bookcase and a door that really closes: for talking among a few.',
    },
    rules: { hours: exceptSunday, maxMinutes: 180, checkIn: { opensMinutes: 15, releaseMinutes: 15 } },
  },
  cabine: {
    name: 'Cabine',
    floor: 'first',
    capacity: 2,
    areaM2: 5,
    features: ['screen', 'video-call'],
    layout: 'booth',
    description: {
      fr: 'Isolée du bruit, pour un appel ou une visio à deux.',
      nl: 'Geluiddicht, voor een telefoon- of videogesprek met twee.',
      en: 'Soundproof, for a call or a video meeting for two.',
    },
    rules: { minMinutes: 15, maxMinutes: 120 },
  },
  'salle-canopee': {
    name: 'Salle Canopée',
    floor: 'second',
    capacity: 24,
    areaM2: 52,
    features: ['screen', 'whiteboard', 'step-free', 'daylight', 'blackout'],
    layout: 'classroom',
    description: {
      fr: 'À hauteur des cimes, par l’ascenseur. Tables en classe, écran, rideaux occultants.',
      nl: 'Ter hoogte van de boomkruinen, met de lift. Tafels in klasopstelling, scherm, verduistering.',
      en: 'Level with the treetops, by lift. Classroom tables, a screen, blackout curtains.',
    },
    rules: { hours: withSunday },
  },
  atelier: {
    name: 'Atelier',
    floor: 'attic',
    capacity: 14,
    areaM2: 58,
    features: ['workbench', 'daylight'],
    layout: 'workshop',
    description: {
      fr: 'Sous la verrière du toit, desservi par le monte-charge : sept établis, un étau chacun, un sol qui ne craint rien.',
      nl: 'Onder het glazen dak, met de goederenlift: zeven werkbanken, elk een bankschroef, een vloer die tegen een stootje kan.',
      en: 'Under the glass roof, served by the goods lift: seven workbenches, a vice each, a floor that fears nothing.',
    },
    rules: { hours: [...days('08:00', '20:00'), ['10:00', '18:00']], maxMinutes: 600 },
    // Machines that one has to know.
    onlyFor: ['vis', 'draad'],
  },
};
