import type { OrganisationKind } from '@bota/people/domain';
import type { LocalizedText } from '@bota/shared/domain';

type DemoOrganisation = {
  kind?: OrganisationKind;
  website?: string;
  enterpriseNumber?: string;
  name: string;
  initials: string;
  hue: number;
  pattern: number;
  description: LocalizedText;
};

/** All invented; hues and bands as in the visual reference. */
export const ORGANISATIONS = {
  racines: {
    name: 'Racines & Finances',
    kind: 'cooperative',
    website: 'https://racines.example',
    enterpriseNumber: '1999000150',
    initials: 'RF',
    hue: 1,
    pattern: 1,
    description: {
      fr: 'Coopérative d’épargne solidaire : prêts de quartier et ateliers pour apprivoiser un budget.',
      nl: 'Solidaire spaarcoöperatie: buurtleningen en ateliers om een budget de baas te worden.',
      en: 'Solidarity savings cooperative: neighbourhood loans, and workshops to make friends with a budget.',
    },
  },
  vaart: {
    name: 'Vrije Vaart vzw',
    website: 'https://vrijevaart.example',
    initials: 'VV',
    hue: 2,
    pattern: 2,
    description: {
      fr: 'Permanence logement et tables de conversation en néerlandais.',
      nl: 'Huisvestingspermanentie en Nederlandse conversatietafels.',
      en: 'Housing advice and Dutch conversation tables.',
    },
  },
  marmite: {
    name: 'La Marmite Volante',
    initials: 'MV',
    hue: 3,
    pattern: 3,
    description: {
      fr: 'Cuisine collective : table d’hôtes, bocaux et cours de cuisine avec les invendus du marché.',
      nl: 'Collectieve keuken: open tafel, inmaak en kooklessen met onverkochte marktwaar.',
      en: 'Collective kitchen: shared lunches, preserves and cooking classes with surplus from the market.',
    },
  },
  draad: {
    name: 'De Gele Draad vzw',
    initials: 'GD',
    hue: 4,
    pattern: 4,
    description: {
      fr: 'Couture, broderie et sérigraphie pour toutes les mains du quartier.',
      nl: 'Naaien, borduren en zeefdruk voor alle handen van de buurt.',
      en: 'Sewing, embroidery and screen printing for every hand in the neighbourhood.',
    },
  },
  vis: {
    name: 'Atelier Vis & Merveilles',
    initials: 'VM',
    hue: 5,
    pattern: 1,
    description: {
      fr: 'On répare ensemble : vélos, petits meubles, lampes et grille-pain.',
      nl: 'Samen herstellen: fietsen, kleine meubels, lampen en broodroosters.',
      en: 'Repairing together: bikes, small furniture, lamps and toasters.',
    },
  },
  radio: {
    name: 'Radio Courant d’Air',
    initials: 'CA',
    hue: 6,
    pattern: 2,
    description: {
      fr: 'La radio des habitants : reportages, ateliers de micro et écoutes publiques.',
      nl: 'Radio van en voor bewoners: reportages, microfoonateliers en luisteravonden.',
      en: 'The residents’ radio: reports, microphone workshops and listening evenings.',
    },
  },
  kinderkaravaan: {
    name: 'Kinderkaravaan vzw',
    initials: 'KK',
    hue: 7,
    pattern: 3,
    description: {
      fr: 'Contes, jeux et soutien aux familles avec de jeunes enfants.',
      nl: 'Verhalen, spel en steun voor gezinnen met jonge kinderen.',
      en: 'Stories, play and support for families with young children.',
    },
  },
  fanfare: {
    name: 'Fanfare des Toits',
    initials: 'FT',
    hue: 8,
    pattern: 4,
    description: {
      fr: 'Cuivres, percussions et chorale : on joue dehors dès qu’il ne pleut pas trop.',
      nl: 'Koper, slagwerk en koor: we spelen buiten zodra het niet te hard regent.',
      en: 'Brass, drums and a choir: we play outside as soon as the rain allows.',
    },
  },
  coordination: {
    name: 'Coordination de la maison',
    initials: 'B75',
    hue: 12,
    pattern: 1,
    description: {
      fr: 'L’équipe qui tient la maison ouverte.',
      nl: 'Het team dat het huis openhoudt.',
      en: 'The team that keeps the house open.',
    },
  },
} as const satisfies Record<string, DemoOrganisation>;
export type OrganisationKey = keyof typeof ORGANISATIONS;
export const ORGANISATION_KEYS = Object.keys(ORGANISATIONS) as OrganisationKey[];
