import type { BrowserContext } from '@playwright/test';

/** Refusals are part of the product, and so is being offline: Chromium reports both as failed to load. */
const EXPECTED = /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_INTERNET_DISCONNECTED)/;

/** The clock of the journeys is a script: the frame that letters are shown in lets none run. */
const IN_LETTER = /^Blocked script execution in 'about:(srcdoc|blank)'/;

/** Tells of every request that leaves the origins, and of every error in the console (a breach of the CSP is one). */
export function watch(context: BrowserContext, origins: string[], complain: (complaint: string) => void): void {
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isOurs = origins.includes(url.origin) || ['data:', 'blob:'].includes(url.protocol);
    if (!isOurs) complain(`request to ${request.url()}`);
  });
  context.on('console', (message) => {
    if (message.type() === 'error' && !EXPECTED.test(message.text()) && !IN_LETTER.test(message.text()))
      complain(`console: ${message.text()}`);
  });
  context.on('weberror', (error) => complain(`script: ${error.error().stack ?? error.error().message}`));
}
