import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Booking } from '@bota/booking/domain';
import { provideFixedTexts, provideIcons } from '@bota/shared/ui';
import ui from '../../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import reply from '../i18n/reply.fr.json' with { type: 'json' };
import { words } from '../rooms/page.fixture';
import { BookingReplies } from './booking-replies';

const DAY_MS = 86_400_000;
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    await Promise.resolve();
    TestBed.tick();
  }
}
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

/** The page of a booking that invites its reader. */
function show(part: Partial<Booking>, days = 1) {
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([]), provideFixedTexts('fr', { ui, reply }), provideIcons()],
  });
  const page = TestBed.createComponent(BookingReplies);
  const booking = {
    id: 'b',
    organisation: 'Racines',
    status: 'confirmed',
    occurrences: [{ end: inDays(days) }],
    may: { edit: false },
    ...part,
  };
  page.componentRef.setInput('booking', booking as unknown as Booking);
  page.detectChanges();
  const element = page.nativeElement as HTMLElement;
  const press = (text: string) => {
    [...element.querySelectorAll('button')].find((one) => words(one) === plain(text))?.click();
    page.detectChanges();
  };
  /** The page has read it anew. */
  const reads = (more: Partial<Booking>) => page.componentRef.setInput('booking', { ...booking, ...more } as unknown as Booking);
  return { element, press, reads, http: TestBed.inject(HttpTestingController) };
}

it('who is invited is asked whether they come, and answers in the application', () => {
  const { element, press, http } = show({ invitation: { answer: null, note: '' } });
  expect(words(element.querySelector('.note'))).toContain('Racines vous invite. Venez-vous');
  press(reply.invited.act.accepted);
  expect(http.expectOne(({ url }) => url.endsWith('/bookings/b/reply')).request.body).toEqual({ answer: 'accepted', note: '' });
});

it('who answered reads it, and may think again', () => {
  const { element, press } = show({ invitation: { answer: 'declined', note: 'Grippée' } });
  expect(words(element)).toContain(plain(reply.invited.before.declined));
  expect([words(element).includes('Grippée'), element.querySelector('b75-reply-form')]).toEqual([true, null]);
  press(reply.again);
  expect(words(element.querySelector('b75-reply-form button'))).toBe(reply.invited.act.declined);
});

it('who is asked about several dates answers each by itself', async () => {
  const { element, http } = show({ may: { edit: true, cancel: false, decide: false, confirm: false } });
  const asked = { name: 'Ada', isOutsider: false, isMine: true, by: 'Zoé', askedAt: '2026-03-02T08:00:00.000Z', answer: null, note: '' };
  const open = { ...asked, answeredAt: null, settledAt: null, may: { settle: false } };
  const [first, second] = ['01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a10', '01939b1e-7c00-7d3e-9c1a-3f6f0f6f2a11'];
  const items = [
    { ...open, id: first, dateAt: '2026-03-24T14:00:00.000Z' },
    { ...open, id: second, dateAt: null },
  ];
  http.expectOne('/api/me').flush({}, { status: 401, statusText: 'x' });
  await settled();
  http.expectOne(({ url }) => url.endsWith('/bookings/b/replies')).flush({ items });
  await settled();
  const forms = [...element.querySelectorAll('b75-reply-form')];
  expect(words(element)).toMatch(/Mardi 24 mars 2026, 15:00/);
  expect(new Set(forms.map((form) => form.querySelector('textarea')?.id)).size).toBe(2);
  forms[1]?.querySelector('button')?.click();
  const { body } = http.expectOne(({ url }) => url.endsWith('/bookings/b/reply')).request;
  expect(body).toEqual({ answer: 'accepted', note: '', reply: second });
});

it.each<[string, Partial<Booking>, number]>([
  ['it is over', { invitation: { answer: null, note: '' } }, -1],
  ['it is cancelled', { invitation: { answer: null, note: '' }, status: 'cancelled' }, 1],
  ['nobody is invited', {}, 1],
])('nothing is asked when %s', (_, part, days) => expect(show(part, days).element.querySelector('.note')).toBeNull());

it('the focus goes into what opens, and back where one may think again', async () => {
  const { element, press, http, reads } = show({ invitation: { answer: 'declined', note: '' } });
  document.body.append(element);
  element.querySelector('button')?.focus();
  press(reply.again);
  await settled();
  expect(document.activeElement?.tagName).toBe('TEXTAREA');
  const accept = [...element.querySelectorAll('button')].find((one) => words(one) === reply.invited.act.accepted);
  accept?.focus();
  accept?.click();
  http.expectOne(({ url }) => url.endsWith('/bookings/b/reply')).flush(null);
  await settled();
  reads({ invitation: { answer: 'accepted', note: '' } });
  await settled();
  expect(words(document.activeElement)).toBe(reply.again);
  element.remove();
});
