/** Path of a Chromium: CHROMIUM_PATH, one on PATH, or the one Playwright installed; null when there is none. */
export function findChromium(): Promise<string | null>;
