import { deName, elided } from './elision';

it.each([
  ['Les règles de Atelier sont enregistrées.', 'Atelier', 'Les règles d’Atelier sont enregistrées.'],
  ['La demande de Élise est refusée.', 'Élise', 'La demande d’Élise est refusée.'],
  ['Les règles de Salle A sont enregistrées.', 'Salle A', 'Les règles de Salle A sont enregistrées.'],
  ['La grande Ada', 'Ada', 'La grande Ada'],
  ['2 dates de 30', 30, '2 dates de 30'],
])('%s', (text, name, said) => expect(elided(text, [name])).toBe(said));

it('a name follows its word', () => expect([deName('Atelier'), deName('Radio')]).toEqual(['d’Atelier', 'de Radio']));
