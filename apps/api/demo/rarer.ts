import { every } from './programme';

const SECOND_WEEK = [
  ...every('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', [['grande-salle', '18:30', '21:00', 'coordination', 'Assemblée de quartier', 70, 'public']]),
  ...every('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', [['grande-salle', '18:30', '21:00', 'fanfare', 'Grande répétition', 45, 'public']], {
    late: 1,
  }),
  ...every('FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', [['salle-b', '19:00', '21:30', 'vaart', 'Huurdersvergadering', 30, 'public']]),
  ...every('FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', [['salle-a', '17:30', '19:00', 'racines', 'Cercle de lecture d’un budget', 12]]),
];

const MONTHLY = [
  ...every('FREQ=MONTHLY;BYDAY=1MO', [['salle-a', '18:00', '20:30', 'coordination', 'Conseil de maison', 18]]),
  ...every('FREQ=MONTHLY;BYDAY=2TH', [['salle-a', '09:00', '11:00', 'coordination', 'Accueil des nouveaux résidents', 10]]),
  ...every('FREQ=MONTHLY;BYDAY=3SA', [['grande-salle', '15:00', '18:00', 'draad', 'Kledingruil', 60, 'public']]),
  ...every('FREQ=MONTHLY;BYDAY=-1FR', [['grande-salle', '19:30', '22:30', 'fanfare', 'Concert du dernier vendredi', 80, 'public']]),
  ...every('FREQ=MONTHLY;BYMONTHDAY=-1', [['cabine', '19:30', '20:30', 'racines', 'Clôture des comptes du mois', 2, 'private']]),
  ...every('FREQ=MONTHLY;BYMONTHDAY=15', [['cabine', '07:30', '08:30', 'coordination', 'Relevé des compteurs', 1]]),
];

/** Without end: their dates grow with the horizon, through both changes of the clocks. */
const ENDLESS = every(
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA',
  [['salle-canopee', '08:00', '08:45', 'coordination', 'Les matins calmes', 8, 'public']],
  {
    endless: true,
    description: 'Du lundi au samedi, sans inscription. Van maandag tot zaterdag, zonder inschrijving. Monday to Saturday, just come.',
  },
);
// The clocks change on the last Sunday of the month: the night begins the day before, between the 24th and the 30th.
const NIGHTS = every(
  'FREQ=YEARLY;BYMONTH=3,10;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA',
  [['grande-salle', '22:00', '06:00', 'radio', 'Nuit de la radio : l’heure qui change', 40, 'public']],
  {
    endless: true,
    description: 'Toute la nuit où l’heure change, en direct. De nacht van het uurwerk, live. Live through the night the clocks change.',
  },
);
const YEARLY = every(
  'FREQ=YEARLY;BYMONTH=1;BYDAY=3SA',
  [['grande-salle', '19:00', '23:00', 'coordination', 'Fête de la maison', 80, 'public']],
  {
    endless: true,
  },
);

/** What comes back less often than every week, or every day. */
export const RARER = [...SECOND_WEEK, ...MONTHLY, ...ENDLESS, ...NIGHTS, ...YEARLY];
