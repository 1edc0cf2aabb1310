import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(import.meta.url), '../../..');
export const inRoot = (...names) => path.join(root, ...names);

/** What the build makes, below the checkout (or below any folder it is copied to). */
export const builtApi = 'dist/apps/api/main.js';
export const builtWeb = 'dist/apps/web/browser';

/** A program of an installed package, to be run by Node.js itself. */
export const installedProgram = (name) => inRoot('node_modules/.bin', name);
