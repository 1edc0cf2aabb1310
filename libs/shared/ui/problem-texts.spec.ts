import { HttpErrorResponse } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { problemOf, ProblemTexts } from './problem-texts';
import { provideFixedTexts } from './texts';
import ui from './i18n/ui.fr.json' with { type: 'json' };

const answer = (status: number, code: string) =>
  new HttpErrorResponse({
    status,
    error: { type: `/problems/${code}`, code, title: 'x', status, detail: 'x', instance: '7f2c-91ae' },
  });

function explain(error: unknown) {
  TestBed.configureTestingModule({
    providers: [provideFixedTexts('fr', { ui, booking: { problem: { 'booking/too-late': 'Elle a commencé.' } } })],
  });
  return TestBed.inject(ProblemTexts).explain(error);
}

it('says a known problem in its own words, with the reference to quote', () =>
  expect(explain(answer(409, 'booking/too-late'))).toEqual({
    title: 'Elle a commencé.',
    text: '',
    reference: '7f2c-91ae',
    kind: 'failed',
  }));

it.each([
  [0, 'offline', 'Pas de connexion'],
  [403, 'forbidden', 'Vous n’y avez pas accès'],
  [404, 'missing', 'Introuvable'],
  [429, 'failed', 'Trop d’essais'],
  [502, 'failed', 'Le serveur a un souci'],
])('says an unknown problem by its status %i', (status, kind, title) =>
  expect(explain(answer(status, 'new/one'))).toMatchObject({ kind, title }),
);

it('finds the answer inside the error of a resource', () =>
  expect(problemOf(new Error('resource', { cause: answer(404, 'not-found') }))?.code).toBe('not-found'));

it('an answer that is no problem document is none', () =>
  expect(problemOf(new HttpErrorResponse({ status: 502, error: '<html>' }))).toBeNull());
