import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import type { ReplyQuestion } from '@bota/booking/domain';
import { LetterTokens } from '@bota/people/web';
import { aSpace, HousePageTest, words } from '@bota/spaces/web/testing';
import ui from '../../../shared/ui/i18n/ui.fr.json' with { type: 'json' };
import reply from '../i18n/reply.fr.json' with { type: 'json' };
import { ReplyPage } from './reply-page';

const TOKEN = 'x'.repeat(43);
const question: ReplyQuestion = {
  ...{
    title: 'Assemblée',
    organisation: 'Racines',
    where: 'Salle A',
    by: 'Coordination',
    isInvitation: false,
    answer: null,
    note: '',
    series: null,
  },
  ...{ start: '2026-03-16T13:00:00.000Z', end: '2026-03-16T14:00:00.000Z' },
};
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** Where a link of the letter leads; nobody is signed in. `refusal`: what the server answers with instead. */
class Page extends HousePageTest {
  readonly sent: [string, unknown][] = [];
  asked = question;
  refusal: { status: number; code: string } | null = null;

  constructor() {
    super({ path: ':space/reply/:answer', page: ReplyPage, texts: { ui, reply } });
  }

  async open(answer = 'accepted', token: string | null = TOKEN): Promise<HTMLElement> {
    if (token) TestBed.inject(LetterTokens).take('reply', token);
    await this.load(`/bota-75/reply/${answer}`);
    return this.answer();
  }

  async answer(): Promise<HTMLElement> {
    await this.settle((request) => {
      const { url, body } = request.request;
      if (url === '/api/me') return request.flush({}, { status: 401, statusText: 'x' });
      if (!url.includes('/booking-replies')) return request.flush(url.endsWith('/rooms') ? { items: [], floors: [], former: [] } : aSpace);
      this.sent.push([url.replace(/^.*booking-replies/, ''), body]);
      if (this.refusal) {
        const { status, code } = this.refusal;
        return request.flush({ type: code, title: code, status, code, detail: code, instance: 'r' }, { status, statusText: 'x' });
      }
      const { answer = question.answer, note = '' } = body as Partial<ReplyQuestion>;
      return request.flush({ ...this.asked, answer, note });
    });
    return this.element();
  }

  async press(text: string): Promise<HTMLElement> {
    const found = [...(await this.element()).querySelectorAll('button')].find((one) => words(one) === plain(text));
    if (!found) throw new Error(`There is no ${text}`);
    found.click();
    return this.answer();
  }
}
const buttonsIn = (page: HTMLElement) => [...page.querySelectorAll('b75-reply-form button')].map(words);

it('opening it asks what it is about and answers nothing', async () => {
  const test = new Page();
  const page = await test.open();
  expect(test.sent).toEqual([['/question', { token: TOKEN }]]);
  expect(words(page.querySelector('h1'))).toBe('Assemblée');
  expect(words(page)).toMatch(/Lundi 16 mars 2026, 14:00.?–.?15:00/);
});

it.each([
  ['accepted', [reply.act.accepted, reply.act.declined]],
  ['declined', [reply.act.declined, reply.act.accepted]],
])('of the link %s the answer comes first', async (answer, buttons) => {
  expect(buttonsIn(await new Page().open(answer))).toEqual(buttons);
});

it('answers with the word that was typed, and may be answered again', async () => {
  const test = new Page();
  const page = await test.open('declined');
  const note = page.querySelector('textarea') as HTMLTextAreaElement;
  note.value = ' Trop tard ';
  note.dispatchEvent(new Event('input'));
  expect(words((await test.press(reply.act.declined)).querySelector('h1'))).toBe(plain(reply.done.declined));
  expect(test.sent[1]).toEqual(['', { token: TOKEN, answer: 'declined', note: 'Trop tard' }]);
  expect(words(await test.press(reply.again))).toContain(reply.before.declined);
});

it.each([
  ['reply/changed-since', 409, reply.end.changed],
  ['reply/over', 410, reply.end.over],
  ['link/over', 410, reply.end.broken],
])('says %s, when it is opened and when it is answered', async (code, status, said) => {
  const test = new Page();
  await test.open();
  test.refusal = { status, code };
  expect(words((await test.press(reply.act.accepted)).querySelector('h1'))).toBe(plain(said));
  TestBed.resetTestingModule();
  const again = new Page();
  again.refusal = { status, code };
  expect(words((await again.open()).querySelector('h1'))).toBe(plain(said));
});

it('a link that is followed again in the same page asks again', async () => {
  const test = new Page();
  await test.open();
  await test.press(reply.act.accepted);
  test.refusal = { status: 409, code: 'reply/changed-since' };
  await TestBed.inject(Router).navigateByUrl('/bota-75/reply/declined');
  expect(words((await test.answer()).querySelector('h1'))).toBe(reply.end.changed);
});

it('without its secret there is nothing to answer', async () => {
  const test = new Page();
  expect(words((await test.open('accepted', null)).querySelector('h1'))).toBe(reply.end.broken);
  expect(test.sent).toEqual([]);
});

it('what failed is said, and is tried again', async () => {
  const test = new Page();
  test.refusal = { status: 503, code: 'unavailable' };
  expect((await test.open()).querySelector('ui-failure')).not.toBeNull();
  test.refusal = null;
  expect(words((await test.press(ui.retry)).querySelector('h1'))).toBe('Assemblée');
  test.refusal = { status: 503, code: 'unavailable' };
  expect((await test.press(reply.act.accepted)).querySelector('[role=alert] .note')).not.toBeNull();
});

it('of a series it says how it repeats, how many dates are to come and which is the next', async () => {
  const test = new Page();
  test.asked = { ...question, series: { rrule: 'FREQ=WEEKLY;COUNT=4', dates: 3 } };
  const page = await test.open();
  expect(words(page)).toContain('Chaque semaine, 4 fois (3 dates à venir)');
  expect(words(page)).toMatch(/Prochaine date : lundi 16 mars 2026, 14:00.?–.?15:00/);
});

it('an invitation asks whether one comes, in its own words', async () => {
  const test = new Page();
  test.asked = { ...question, by: '', isInvitation: true };
  const page = await test.open();
  expect(words(page)).toContain('Racines vous invite. Venez-vous');
  expect(buttonsIn(page)).toEqual([reply.invited.act.accepted, reply.invited.act.declined]);
  expect(words((await test.press(reply.invited.act.accepted)).querySelector('h1'))).toBe(plain(reply.invited.done.accepted));
});
