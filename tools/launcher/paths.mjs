import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(fileURLToPath(import.meta.url), '../../..');
export const inRoot = (...names) => path.join(root, ...names);

export const builtApi = inRoot('dist/apps/api/main.js');
export const builtWeb = inRoot('dist/apps/web/browser');

/** A program of an installed package, to be run by Node.js itself. */
export const installedProgram = (name) => inRoot('node_modules/.bin', name);
