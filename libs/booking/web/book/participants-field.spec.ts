import { words } from '../rooms/page.fixture';
import { DAY, salleA } from '../rooms/house.fixture';
import booking from '../i18n/booking.fr.json' with { type: 'json' };
import { PanelInHouse } from './panel.fixture';

const WISH = { roomIds: [salleA.id], start: `${DAY}T13:30`, end: `${DAY}T15:30` };
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

/** The field in the panel of a new booking. */
class Field {
  private constructor(
    readonly house: PanelInHouse,
    readonly panel: HTMLElement,
  ) {}

  static async open(part: Partial<ReturnType<PanelInHouse['desk']['form']>> = {}): Promise<Field> {
    const house = new PanelInHouse();
    const panel = await house.open(WISH);
    house.desk.form.update((form) => ({ ...form, ...part }));
    await house.settle();
    return new Field(house, panel);
  }

  get input(): HTMLInputElement {
    return this.panel.querySelector('#participants') as HTMLInputElement;
  }

  get isOpen(): boolean {
    return this.panel.querySelector<HTMLDetailsElement>('b75-participants-field details')?.open ?? false;
  }

  named = () => [...this.panel.querySelectorAll('b75-participants-field li span')].map(words);
  people = () => this.house.desk.form().participants?.map(({ email, name }) => ({ email, ...(name && { name }) }));

  async type(text: string, ...events: Event[]): Promise<void> {
    this.input.value = text;
    for (const event of [new Event('input'), ...events]) this.input.dispatchEvent(event);
    await this.house.settle();
  }
}
const enter = () => new KeyboardEvent('keydown', { key: 'Enter', cancelable: true });
const ada = () => ({ email: 'ada@b75.example' });

it('is folded away while there is nobody, and open when the booking invites somebody', async () => {
  expect((await Field.open()).isOpen).toBe(false);
});

it('stays open when the last one goes, and is typed in again', async () => {
  const field = await Field.open({ participants: [ada()] });
  expect([field.isOpen, field.named()]).toEqual([true, ['ada@b75.example']]);
  document.body.append(field.house.fixture.nativeElement);
  field.panel.querySelector<HTMLButtonElement>('b75-participants-field li button')?.click();
  await field.house.settle();
  expect([field.people(), field.isOpen, document.activeElement]).toEqual([[], true, field.input]);
});

it('Enter names somebody and does not save; a comma goes on to the next', async () => {
  const field = await Field.open();
  const key = enter();
  await field.type('Ada@B75.example', key);
  expect([key.defaultPrevented, field.people(), field.input.value]).toEqual([true, [ada()], '']);
  await field.type('bo@b75.example,');
  expect(field.named()).toEqual(['ada@b75.example', 'bo@b75.example']);
  const empty = enter();
  await field.type('', empty);
  expect(empty.defaultPrevented).toBe(true);
});

it('takes many that were pasted, each once, and leaves what it cannot read', async () => {
  const field = await Field.open({ participants: [ada()] });
  const event = new Event('paste', { cancelable: true }) as Event & { clipboardData: unknown };
  event.clipboardData = { getData: () => 'Ada <ada@b75.example>\nBo Diop <bo@b75.example>; cy@' };
  field.input.dispatchEvent(event);
  await field.house.settle();
  expect(field.people()).toEqual([ada(), { email: 'bo@b75.example', name: 'Bo Diop' }]);
  expect([field.named(), field.input.value]).toEqual([['ada@b75.example', 'Bo Diop'], 'cy@']);
});

it('who was typed last is invited too; what is no address is said before anything is sent', async () => {
  const field = await Field.open({ title: 'Conseil', participants: [ada()] });
  await field.type('bo@b75.example', new Event('blur'));
  expect(field.people()).toEqual([ada(), { email: 'bo@b75.example' }]);
  await field.type('bo@', new Event('blur'));
  field.panel.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await field.house.settle();
  expect(words(field.panel.querySelector('b75-participants-field .ferr'))).toContain(plain(booking.form.addressUnread));
  field.house.http.expectNone(({ method, url }) => method === 'POST' && url.endsWith('/bookings'));
});

it('is not there for who may not see whom a booking invites', async () => {
  expect((await Field.open({ participants: null })).panel.querySelector('b75-participants-field')).toBeNull();
});
