import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

// What jsdom lacks and Material asks for, in its old spelling too.
const nothing = () => null;
const unmatched = (media: string) => ({
  media,
  matches: false,
  addEventListener: nothing,
  removeEventListener: nothing,
  addListener: nothing,
  removeListener: nothing,
});
Object.defineProperty(window, 'matchMedia', { writable: true, value: unmatched });
