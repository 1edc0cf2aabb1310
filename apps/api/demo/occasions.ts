import type { DemoBooking } from './programme';

/** Once only; days count from Monday of the present week. */
export const OCCASIONS: (DemoBooking & { day: number })[] = [
  {
    day: 11,
    room: 'grande-salle',
    from: '18:30',
    to: '21:00',
    by: 'racines',
    title: 'Soirée débat, épargne et climat',
    attendees: 80,
    visibility: 'public',
  },
  { day: 3, room: 'salle-b', from: '20:15', to: '22:00', by: 'radio', title: 'Open mic', attendees: 35, visibility: 'public' },
  {
    day: 5,
    room: 'salle-a',
    from: '14:00',
    to: '18:00',
    by: 'kinderkaravaan',
    title: 'Verjaardagsfeest van de Kinderkaravaan',
    attendees: 40,
  },
  { day: 12, room: 'salle-a', from: '14:00', to: '17:30', by: 'marmite', title: 'Fête des bocaux', attendees: 40, visibility: 'public' },
  { day: 19, room: 'atelier', from: '16:30', to: '19:30', by: 'vis', title: 'Nocturne des soudeurs', attendees: 12, visibility: 'public' },
  {
    day: -5,
    room: 'salle-a',
    from: '20:15',
    to: '22:00',
    by: 'vaart',
    title: 'Debatavond: wonen in de wijk',
    attendees: 38,
    visibility: 'public',
  },
  { day: 24, room: 'salle-b', from: '20:30', to: '22:00', by: 'draad', title: 'Modeshow', attendees: 40, visibility: 'public' },
];

/** What is asked now and then: `minutes` long, at any full or half hour that is free. */
export const WISHES: (Omit<DemoBooking, 'from' | 'to'> & { minutes: number })[] = [
  { room: 'salle-a', minutes: 120, by: 'racines', title: 'Atelier « premier prêt »', attendees: 20, visibility: 'public' },
  { room: 'salle-a', minutes: 90, by: 'marmite', title: 'Réunion des maraîchers', attendees: 18 },
  { room: 'salle-b', minutes: 120, by: 'kinderkaravaan', title: 'Poppenkast', attendees: 30, visibility: 'public' },
  { room: 'salle-b', minutes: 60, by: 'fanfare', title: 'Essai d’instruments', attendees: 5 },
  { room: 'salle-marronnier', minutes: 90, by: 'draad', title: 'Vergadering werkgroep textiel', attendees: 8 },
  { room: 'salle-marronnier', minutes: 120, by: 'vis', title: 'Comité d’achat', attendees: 6, visibility: 'private' },
  { room: 'salle-marronnier', minutes: 90, by: 'racines', title: 'Entretien d’embauche', attendees: 4, visibility: 'private' },
  { room: 'petit-salon', minutes: 60, by: 'vaart', title: 'Bemiddeling', attendees: 4, visibility: 'private' },
  { room: 'petit-salon', minutes: 90, by: 'radio', title: 'Interview au salon', attendees: 3 },
  { room: 'cabine', minutes: 60, by: 'coordination', title: 'Visio avec l’architecte', attendees: 2 },
  { room: 'cabine', minutes: 30, by: 'racines', title: 'Funder call', attendees: 1 },
  { room: 'salle-canopee', minutes: 150, by: 'vaart', title: 'Vorming vrijwilligers', attendees: 20 },
  { room: 'salle-canopee', minutes: 120, by: 'coordination', title: 'Welcome morning for newcomers', attendees: 18, visibility: 'public' },
  { room: 'cuisine-partagee', minutes: 120, by: 'vis', title: 'Repas d’équipe', attendees: 10 },
  { room: 'atelier', minutes: 120, by: 'draad', title: 'Réparer les lutrins', attendees: 6 },
];
