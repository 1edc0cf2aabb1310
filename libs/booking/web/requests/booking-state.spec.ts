import { provideHttpClient } from '@angular/common/http';
import { provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import type { Booking } from '@bota/booking/domain';
import { Notices, provideFixedTexts, provideIcons } from '@bota/shared/ui';
import booking from '../i18n/booking.fr.json' with { type: 'json' };
import { BookingState } from './booking-state';
import { Requests } from './requests.client';

it.each([
  ['confirmed', '« Bal » est confirmée'],
  ['requested', '« Bal » est demandée à la coordination'],
])('a hold that is confirmed and then is %s is said to be so', async (status, said) => {
  const say = jest.fn<(text: string) => void>();
  const confirm = async () => ({ title: 'Bal', status }) as Booking;
  TestBed.configureTestingModule({
    providers: [
      ...[provideHttpClient(), provideHttpClientTesting(), provideRouter([]), provideFixedTexts('fr', { booking }), provideIcons()],
      { provide: Notices, useValue: { say } },
      { provide: Requests, useValue: { confirm } },
    ],
  });
  const state = TestBed.createComponent(BookingState);
  state.componentRef.setInput('booking', { title: 'Bal', status: 'held', expiresAt: null, decisionNote: null, may: { confirm: true } });
  state.detectChanges();
  (state.nativeElement as HTMLElement).querySelector('button')?.click();
  await new Promise((done) => setTimeout(done));
  expect(String(say.mock.calls[0]?.[0]).replaceAll('\u00a0', ' ')).toBe(said);
});
