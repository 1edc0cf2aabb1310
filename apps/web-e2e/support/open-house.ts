import { Caretaker } from './caretaker';
import { readerOf, tellAddresses } from './house';
import { serveHouse } from './serve-house';

/** Two processes on one database, with the demo house; one of its members reads English. */
export default async function openHouse(): Promise<() => Promise<void>> {
  const { urls, close } = await serveHouse(2);
  tellAddresses(urls);
  const english = await Caretaker.as(readerOf.en);
  await english.read('en');
  await english.leave();
  return close;
}
