import { every } from './programme';

const MONDAY = every('FREQ=WEEKLY;BYDAY=MO', [
  ['salle-a', '09:30', '12:00', 'vaart', 'Nederlands oefenen', 22, 'public'],
  ['salle-a', '14:00', '16:30', 'racines', 'Atelier budget', 14, 'public'],
  ['salle-b', '10:00', '12:00', 'fanfare', 'Éveil musical', 16, 'public'],
  ['salle-b', '16:30', '18:00', 'kinderkaravaan', 'Kinderkoor', 20, 'public'],
  ['salle-b', '19:00', '21:00', 'fanfare', 'Chorale des voisins', 35, 'public'],
  ['cuisine-partagee', '11:00', '14:30', 'marmite', 'Cantine solidaire', 12, 'public'],
  ['cuisine-partagee', '17:30', '20:30', 'marmite', 'Cours de cuisine', 10, 'public'],
  ['salle-marronnier', '09:00', '12:00', 'racines', 'Comité de prêt', 9, 'private'],
  ['salle-marronnier', '13:30', '15:00', 'radio', 'Réunion de programmation', 7],
  ['salle-marronnier', '18:00', '20:00', 'fanfare', 'Répétition', 12],
  ['petit-salon', '09:00', '10:30', 'vaart', 'Sociale permanentie', 3, 'private'],
  ['petit-salon', '14:00', '15:00', 'kinderkaravaan', 'Intake', 4, 'private'],
  ['cabine', '10:00', '11:00', 'racines', 'Appel aux coopérateurs', 1],
  ['cabine', '16:00', '17:00', 'radio', 'Interview à distance', 2],
  ['salle-canopee', '09:00', '11:00', 'draad', 'Breikring', 12, 'public'],
  ['salle-canopee', '13:00', '16:00', 'coordination', 'Cours de premiers secours', 18, 'public'],
  ['atelier', '13:00', '18:00', 'vis', 'Atelier bois', 10, 'public'],
]);

const TUESDAY = every('FREQ=WEEKLY;BYDAY=TU', [
  ['salle-a', '09:00', '11:00', 'racines', 'Formation des bénévoles', 18],
  ['salle-a', '12:00', '14:15', 'vaart', 'Permanence logement', 25, 'public'],
  ['salle-b', '10:00', '12:30', 'draad', 'Naaiatelier', 14, 'public'],
  ['salle-b', '14:00', '16:00', 'racines', 'Réunion d’équipe', 8],
  ['cuisine-partagee', '11:00', '14:30', 'marmite', 'Table d’hôtes', 12, 'public'],
  ['cuisine-partagee', '16:00', '18:00', 'marmite', 'Bocaux d’automne', 8],
  ['salle-marronnier', '09:30', '11:00', 'kinderkaravaan', 'Supervisie', 5, 'private'],
  ['salle-marronnier', '15:00', '17:00', 'radio', 'Conférence de rédaction', 11],
  ['petit-salon', '10:00', '11:00', 'kinderkaravaan', 'Intake', 4],
  ['petit-salon', '15:30', '16:30', 'kinderkaravaan', 'Voorleesuur', 6, 'public'],
  ['cabine', '09:00', '10:00', 'vaart', 'Tolk', 2],
  ['cabine', '18:00', '19:00', 'radio', 'Appel', 1],
  ['salle-canopee', '17:00', '19:00', 'fanfare', 'Répétition des cuivres', 15],
  ['atelier', '09:00', '17:00', 'vis', 'Réparation de vélos', 12, 'public'],
]);

const WEDNESDAY = every('FREQ=WEEKLY;BYDAY=WE', [
  ['salle-a', '09:00', '12:00', 'kinderkaravaan', 'Speelvoormiddag', 24, 'public'],
  ['salle-a', '13:30', '16:30', 'kinderkaravaan', 'Woensdagnamiddag', 30, 'public'],
  ['salle-a', '18:00', '20:00', 'racines', 'Cercle d’épargne', 15],
  ['salle-b', '09:30', '11:30', 'draad', 'Borduurkring', 12, 'public'],
  ['salle-b', '14:00', '17:00', 'fanfare', 'Atelier percussions', 18, 'public'],
  ['cuisine-partagee', '09:00', '12:30', 'marmite', 'Pain du mercredi', 8, 'public'],
  ['cuisine-partagee', '14:00', '16:00', 'kinderkaravaan', 'Kookclub', 10],
  ['cuisine-partagee', '18:00', '21:00', 'marmite', 'Souper partagé', 12, 'public'],
  ['salle-marronnier', '09:00', '11:00', 'vis', 'Réunion d’atelier', 6],
  ['salle-marronnier', '13:00', '16:00', 'draad', 'Patronen tekenen', 10],
  ['salle-marronnier', '17:00', '19:00', 'vaart', 'Bestuursvergadering', 9, 'private'],
  ['petit-salon', '10:00', '11:30', 'racines', 'Rendez-vous budget', 3, 'private'],
  ['petit-salon', '16:00', '17:30', 'vaart', 'Leesclub', 6, 'public'],
  ['cabine', '11:00', '12:00', 'vaart', 'Tolk', 2],
  ['cabine', '15:00', '16:00', 'kinderkaravaan', 'Oudergesprek', 2, 'private'],
  ['salle-canopee', '10:00', '12:00', 'coordination', 'Point d’équipe de la maison', 8],
  ['salle-canopee', '14:00', '16:30', 'radio', 'Atelier micro pour les jeunes', 14, 'public'],
  ['salle-canopee', '18:30', '20:30', 'draad', 'Weefavond', 11, 'public'],
  ['atelier', '09:00', '12:30', 'vis', 'Entretien des machines', 4],
  ['atelier', '14:00', '18:00', 'draad', 'Zeefdruk', 9, 'public'],
]);

const THURSDAY = every('FREQ=WEEKLY;BYDAY=TH', [
  ['salle-a', '12:00', '14:15', 'vaart', 'Permanence logement', 25, 'public'],
  ['salle-a', '15:00', '17:30', 'racines', 'Accueil des coopérateurs', 16],
  ['salle-a', '18:30', '21:00', 'vaart', 'Nederlandse conversatietafel', 28, 'public'],
  ['salle-b', '09:30', '12:00', 'fanfare', 'Cours de saxophone', 6],
  ['salle-b', '14:00', '16:00', 'draad', 'Herstelnamiddag kleding', 15, 'public'],
  ['salle-b', '17:30', '20:00', 'fanfare', 'Répétition générale', 32],
  ['cuisine-partagee', '11:00', '14:30', 'marmite', 'Table d’hôtes', 12, 'public'],
  ['cuisine-partagee', '16:00', '19:00', 'marmite', 'Cuisine d’ici et d’ailleurs', 10, 'public'],
  ['salle-marronnier', '10:00', '12:00', 'racines', 'Lire un budget', 13, 'public'],
  ['salle-marronnier', '14:00', '17:00', 'vaart', 'Vrijwilligers', 12],
  ['petit-salon', '09:00', '10:00', 'kinderkaravaan', 'Intake', 4],
  ['petit-salon', '13:00', '15:00', 'racines', 'Rendez-vous prêt', 3, 'private'],
  ['cabine', '10:30', '11:30', 'radio', 'Prise de son', 2],
  ['cabine', '14:00', '15:00', 'vaart', 'Tolk', 2],
  ['salle-canopee', '09:30', '11:30', 'coordination', 'Cours de français', 20, 'public'],
  ['salle-canopee', '18:00', '20:30', 'radio', 'Écoute publique', 22, 'public'],
  ['atelier', '10:00', '16:00', 'vis', 'Petit mobilier', 9, 'public'],
]);

const FRIDAY = every('FREQ=WEEKLY;BYDAY=FR', [
  ['salle-a', '09:30', '11:30', 'kinderkaravaan', 'Babycafé', 18, 'public'],
  ['salle-a', '13:00', '15:30', 'vaart', 'Huurderspermanentie', 20, 'public'],
  ['salle-b', '10:00', '12:00', 'coordination', 'Gym douce', 16, 'public'],
  ['salle-b', '14:00', '16:30', 'fanfare', 'Répétition jeunes', 19],
  ['cuisine-partagee', '10:00', '14:00', 'marmite', 'Cantine du vendredi', 12, 'public'],
  ['cuisine-partagee', '15:30', '17:30', 'kinderkaravaan', 'Koekjes bakken', 9],
  ['salle-marronnier', '09:30', '12:00', 'coordination', 'Rendez-vous des résidents', 10],
  ['salle-marronnier', '15:00', '17:00', 'radio', 'Montage', 4],
  ['petit-salon', '10:30', '12:00', 'vaart', 'Sociale permanentie', 3, 'private'],
  ['petit-salon', '14:00', '15:30', 'draad', 'Stofjes kiezen', 4],
  ['cabine', '09:00', '10:30', 'racines', 'Réunion à distance', 2],
  ['salle-canopee', '10:00', '12:30', 'racines', 'Formation trésorerie', 17],
  ['salle-canopee', '14:00', '16:00', 'vaart', 'Taalatelier', 16, 'public'],
  ['atelier', '09:00', '12:00', 'vis', 'Affûtage', 6, 'public'],
  ['atelier', '13:00', '17:00', 'vis', 'Repair café', 14, 'public'],
]);

const WEEKEND = [
  ...every('FREQ=WEEKLY;BYDAY=SA', [
    ['salle-a', '10:00', '12:30', 'vaart', 'Taalbad', 20, 'public'],
    ['salle-b', '10:00', '13:00', 'fanfare', 'Répétition de la fanfare', 34, 'public'],
    ['cuisine-partagee', '10:00', '14:00', 'marmite', 'Marché et marmite', 12, 'public'],
    ['salle-marronnier', '10:00', '13:00', 'kinderkaravaan', 'Verteltheater', 16, 'public'],
    ['salle-canopee', '13:30', '16:30', 'draad', 'Naailes voor beginners', 12, 'public'],
    ['atelier', '10:00', '16:00', 'vis', 'Atelier ouvert', 14, 'public'],
    ['cabine', '14:00', '15:00', 'radio', 'Prise de son', 2],
  ]),
  ...every('FREQ=WEEKLY;BYDAY=SU', [
    ['salle-a', '10:30', '12:30', 'kinderkaravaan', 'Zondagsverhalen', 26, 'public'],
    ['salle-b', '14:30', '17:00', 'fanfare', 'Bal des petits', 38, 'public'],
    ['cuisine-partagee', '11:00', '15:00', 'marmite', 'Dimanche en soupe', 12, 'public'],
    ['salle-canopee', '15:00', '17:00', 'radio', 'Club d’écoute', 15, 'public'],
    ['atelier', '11:00', '15:00', 'vis', 'Vélos du dimanche', 8, 'public'],
  ]),
];

/** What comes back every week, weekday by weekday. */
export const WEEKLY = [...MONDAY, ...TUESDAY, ...WEDNESDAY, ...THURSDAY, ...FRIDAY, ...WEEKEND];
