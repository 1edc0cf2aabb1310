import { jest } from '@jest/globals';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideDays } from './day-adapter';
import { DayField } from './day-field';
import { provideIcons } from './icons';
import ui from './i18n/ui.fr.json' with { type: 'json' };
import { provideFixedTexts } from './texts';

@Component({
  imports: [DayField],
  providers: [provideDays(() => () => 'Europe/Brussels')],
  template: `<ui-day-field inputId="d" [(value)]="day" />`,
})
class Page {
  readonly day = signal('2026-11-24');
}

function open() {
  jest.useFakeTimers({ now: new Date('2026-11-24T12:00:00Z'), doNotFake: ['queueMicrotask'] });
  TestBed.configureTestingModule({ providers: [provideFixedTexts('fr', { ui }), provideIcons()] });
  const page = TestBed.createComponent(Page);
  page.detectChanges();
  const input = (page.nativeElement as HTMLElement).querySelector('input') as HTMLInputElement;
  const type = (text: string) => {
    input.value = text;
    for (const event of ['input', 'change', 'blur']) input.dispatchEvent(new Event(event));
    page.detectChanges();
    return page.componentInstance.day();
  };
  return { page: page.componentInstance, input, type };
}

afterEach(() => jest.useRealTimers());

it('shows a day as people write it, and the year only when it is another one', () => {
  const { input, type } = open();
  expect(input.value).toBe('mar. 24 nov.');
  expect(type('15/6/2027')).toBe('2027-06-15');
  expect(input.value).toBe('15 juin 2027');
  expect(type('2 déc.')).toBe('2026-12-02');
  expect(input.value).toBe('mer. 2 déc.');
});

it('keeps what cannot be read as it was typed, and answers that it is no day', () => {
  const { input, type } = open();
  expect(type('demain soir')).toBe('');
  expect(input.value).toBe('demain soir');
  expect(type('24/11')).toBe('2026-11-24');
});
