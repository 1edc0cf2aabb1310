import { sentenceOf } from './recurrence.sentence';

const BRUSSELS = 'Europe/Brussels';
const say = (rrule: string) => ({
  fr: sentenceOf(rrule, 'fr', BRUSSELS),
  nl: sentenceOf(rrule, 'nl', BRUSSELS),
  en: sentenceOf(rrule, 'en', BRUSSELS),
});

it.each([
  ['FREQ=DAILY', 'chaque jour', 'elke dag', 'every day'],
  ['FREQ=DAILY;INTERVAL=3', 'tous les 3 jours', 'om de 3 dagen', 'every 3 days'],
  ['FREQ=DAILY;BYDAY=TU', 'chaque mardi', 'elke dinsdag', 'every Tuesday'],
  ['FREQ=WEEKLY', 'chaque semaine', 'elke week', 'every week'],
  [
    'FREQ=WEEKLY;BYDAY=TU;UNTIL=20261222T225959Z',
    'chaque mardi jusqu’au 22 décembre 2026',
    'elke dinsdag tot en met 22 december 2026',
    'every Tuesday until 22 December 2026',
  ],
  [
    'FREQ=WEEKLY;BYDAY=MO;UNTIL=20270101',
    'chaque lundi jusqu’au 1er janvier 2027',
    'elke maandag tot en met 1 januari 2027',
    'every Monday until 1 January 2027',
  ],
  ['FREQ=WEEKLY;BYDAY=MO;COUNT=10', 'chaque lundi, 10 fois', 'elke maandag, 10 keer', 'every Monday, 10 times'],
  ['FREQ=WEEKLY;BYDAY=MO;COUNT=1', 'chaque lundi, 1 fois', 'elke maandag, 1 keer', 'every Monday, once'],
  [
    'FREQ=WEEKLY;BYDAY=FR,MO,WE',
    'chaque lundi, mercredi et vendredi',
    'elke maandag, woensdag en vrijdag',
    'every Monday, Wednesday and Friday',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;WKST=MO;BYDAY=MO,TH',
    'toutes les 2 semaines, le lundi et le jeudi',
    'om de 2 weken op maandag en donderdag',
    'every 2 weeks on Monday and Thursday',
  ],
  [
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    'chaque jour du lundi au vendredi',
    'elke dag van maandag tot en met vrijdag',
    'every day from Monday to Friday',
  ],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU', 'chaque jour', 'elke dag', 'every day'],
  ['FREQ=MONTHLY', 'chaque mois', 'elke maand', 'every month'],
  ['FREQ=MONTHLY;BYMONTHDAY=1', 'le 1er de chaque mois', 'op de 1e van elke maand', 'on the 1st of every month'],
  ['FREQ=MONTHLY;BYMONTHDAY=22;INTERVAL=3', 'le 22, tous les 3 mois', 'op de 22e, om de 3 maanden', 'on the 22nd, every 3 months'],
  [
    'FREQ=MONTHLY;BYMONTHDAY=31',
    'le 31 de chaque mois, sauf les mois plus courts',
    'op de 31e van elke maand, behalve in kortere maanden',
    'on the 31st of every month, except in shorter months',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=28', 'le 28 de chaque mois', 'op de 28e van elke maand', 'on the 28th of every month'],
  [
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    'chaque année le 29 février, seulement les années bissextiles',
    'elk jaar op 29 februari, alleen in schrikkeljaren',
    'every year on 29 February, only in leap years',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'le dernier jour de chaque mois', 'op de laatste dag van elke maand', 'on the last day of every month'],
  [
    'FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1',
    'le 30 ou, à défaut, le dernier jour de chaque mois',
    'op de 30e of anders op de laatste dag van elke maand',
    'on the 30th, or else on the last day of every month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=2TU',
    'le deuxième mardi de chaque mois',
    'op de tweede dinsdag van elke maand',
    'on the second Tuesday of every month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2',
    'le deuxième mardi de chaque mois',
    'op de tweede dinsdag van elke maand',
    'on the second Tuesday of every month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=-1FR',
    'le dernier vendredi de chaque mois',
    'op de laatste vrijdag van elke maand',
    'on the last Friday of every month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=1MO,3MO',
    'le premier lundi et le troisième lundi de chaque mois',
    'op de eerste maandag en op de derde maandag van elke maand',
    'on the first Monday and on the third Monday of every month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'le dernier jour ouvrable de chaque mois',
    'op de laatste werkdag van elke maand',
    'on the last working day of every month',
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1',
    'le premier lundi ou mardi de chaque mois',
    'op de eerste maandag of dinsdag van elke maand',
    'on the first Monday or Tuesday of every month',
  ],
  ['FREQ=YEARLY', 'chaque année', 'elk jaar', 'every year'],
  ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=12', 'chaque année le 12 mars', 'elk jaar op 12 maart', 'every year on 12 March'],
  [
    'FREQ=YEARLY;INTERVAL=2;BYMONTH=8;BYMONTHDAY=1',
    'tous les 2 ans, le 1er août',
    'om de 2 jaar op 1 augustus',
    'every 2 years on 1 August',
  ],
  [
    'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1',
    'chaque année le dernier jour de février',
    'elk jaar op de laatste dag van februari',
    'every year on the last day of February',
  ],
  [
    'FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
    'chaque année le dernier dimanche d’octobre',
    'elk jaar op de laatste zondag van oktober',
    'every year on the last Sunday of October',
  ],
  [
    'FREQ=WEEKLY;BYDAY=WE;BYMONTH=4,10',
    'chaque mercredi, seulement en avril et octobre',
    'elke woensdag, alleen in april en oktober',
    'every Wednesday, only in April and October',
  ],
  ['FREQ=YEARLY;BYWEEKNO=20', 'à des dates particulières', 'op bijzondere data', 'on particular dates'],
  ['nonsense', 'à des dates particulières', 'op bijzondere data', 'on particular dates'],
])('%s', (rrule, fr, nl, en) => expect(say(rrule)).toEqual({ fr, nl, en }));

it('says the end as a date of the house, wherever it runs', () =>
  expect(sentenceOf('FREQ=DAILY;UNTIL=20261222T225959Z', 'en', 'Pacific/Auckland')).toBe('every day until 23 December 2026'));

it('says whose days are left out, in the language of the reader as far as they are named in it', () => {
  const leftOut = [{ fr: 'Congés scolaires', nl: 'Schoolvakanties' }, { nl: 'Werken' }];
  const rule = 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20260630T215959Z';
  expect(sentenceOf(rule, 'fr', BRUSSELS, leftOut)).toBe('chaque mardi jusqu’au 30 juin 2026 (sauf Congés scolaires et Werken)');
  expect(sentenceOf(rule, 'nl', BRUSSELS, leftOut)).toBe('elke dinsdag tot en met 30 juni 2026 (behalve Schoolvakanties en Werken)');
  expect(sentenceOf(rule, 'en', BRUSSELS, leftOut)).toBe('every Tuesday until 30 June 2026 (except Congés scolaires and Werken)');
});
