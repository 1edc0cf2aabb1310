import { setupZonelessTestEnv } from 'jest-preset-angular/setup-env/zoneless';

setupZonelessTestEnv({ errorOnUnknownElements: true, errorOnUnknownProperties: true });

// What jsdom lacks and Material asks for.
Object.defineProperty(window, 'matchMedia', {
  writable: true,
  value: (media: string) => ({ media, matches: false, addEventListener: () => null, removeEventListener: () => null }),
});
