import { TestBed } from '@angular/core/testing';
import { MAT_DIALOG_DATA } from '@angular/material/dialog';
import { provideFixedTexts } from '@bota/shared/ui';
import booking from '../i18n/booking.fr.json' with { type: 'json' };
import { ScopeDialog, type ScopeQuestion } from './scope-dialog';

it.each([
  ['edit', 'La série s’arrête avant cette date ; une nouvelle prend la suite.'],
  ['move', 'La série s’arrête avant cette date ; une nouvelle prend la suite.'],
  ['cancel', 'La série s’arrête avant cette date.'],
] as const)('to %s a date and those after it: says what becomes of them', (act, said) => {
  const question: ScopeQuestion = { act, scopes: ['this', 'following', 'all'] };
  TestBed.configureTestingModule({
    providers: [provideFixedTexts('fr', { booking }), { provide: MAT_DIALOG_DATA, useValue: question }],
  });
  const fixture = TestBed.createComponent(ScopeDialog);
  fixture.detectChanges();
  const hint = (fixture.nativeElement as HTMLElement).querySelector('#scope-following');
  expect(hint?.textContent.replace(/\u00a0/g, ' ')).toBe(said);
});
