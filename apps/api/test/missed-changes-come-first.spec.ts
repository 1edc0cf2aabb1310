import { Subject } from 'rxjs';
import type { DataSource } from 'typeorm';
import { type Announced, type Config, Live } from '@bota/shared/api';

const entry = (position: number, spaceId = 'here'): Announced => ({ position, spaceId, kind: 'booking.created', entityId: 'x', facts: {} });

it('all that was missed is read, however much it is', async () => {
  const all = Array.from({ length: 2500 }, (_, index) => entry(index + 1));
  const query = async (_: string, [, position]: [string, number]) => all.filter((one) => one.position > position).slice(0, 1000);
  const live = new Live({ query } as unknown as DataSource, {} as Config);
  const heard: number[] = [];
  live.follow('here', 2).subscribe(({ position }) => heard.push(position));
  while (heard.length < 2498) await new Promise(setImmediate);
  expect([heard[0], heard.at(-1), new Set(heard).size]).toEqual([3, 2500, 2498]);
});

it('what is announced while the missed entries are still read comes after them, once, and from this house', async () => {
  const answered = new Subject<Announced[]>();
  const query = () => new Promise<Announced[]>((done) => answered.subscribe(done));
  const live = new Live({ query } as unknown as DataSource, {} as Config);
  const heard: number[] = [];
  live.follow('here', 5).subscribe(({ position }) => heard.push(position));
  live.announced.next(entry(8));
  live.announced.next(entry(9));
  live.announced.next(entry(10, 'elsewhere'));
  expect(heard).toEqual([]);
  answered.next([entry(6), entry(7), entry(8)]);
  await new Promise(setImmediate);
  live.announced.next(entry(11));
  expect(heard).toEqual([6, 7, 8, 9, 11]);
});
