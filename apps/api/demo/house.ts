import type { LocalizedText } from '@bota/shared/domain';
import type { SpaceDraft } from '@bota/spaces/domain';

export const HOUSE: SpaceDraft = {
  name: 'Bota 75',
  slug: 'bota75-demo',
  address: 'Rue Botanique 75, 1210 Saint-Josse-ten-Noode',
  zone: 'Europe/Brussels',
};

export const FLOORS = {
  ground: { level: 0, name: { fr: 'Rez-de-chaussée', nl: 'Gelijkvloers', en: 'Ground floor' } },
  first: { level: 1, name: { fr: 'Premier étage', nl: 'Eerste verdieping', en: 'First floor' } },
  second: { level: 2, name: { fr: 'Deuxième étage', nl: 'Tweede verdieping', en: 'Second floor' } },
  attic: { level: 3, name: { fr: 'Sous les toits', nl: 'Onder het dak', en: 'Under the roof' } },
} as const satisfies Record<string, { level: number; name: LocalizedText }>;
export type FloorKey = keyof typeof FLOORS;

/** Closed from the first date on until the second one begins. */
export const WINTER_BREAK = { from: '12-24', until: '01-02', reason: { fr: 'Congés d’hiver', nl: 'Winterverlof', en: 'Winter break' } };

/** Days count from Monday of the present week. */
export const CANOPEE_CLOSURES = [
  { day: 1, from: '08:00', to: '10:00', reason: { fr: 'Nettoyage des vitres', nl: 'Ramen wassen', en: 'Window cleaning' } },
  {
    day: 15,
    from: '08:00',
    to: '22:00',
    reason: { fr: 'Entretien de la ventilation', nl: 'Onderhoud van de ventilatie', en: 'Ventilation service' },
  },
] as const;
