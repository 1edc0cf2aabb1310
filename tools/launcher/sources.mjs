// Lets a tool import the product's own sources, so that the two cannot drift apart. Imported before what imports them.
import { existsSync, readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { inRoot } from './paths.mjs';

const COMPILED = { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2024, experimentalDecorators: true };

/** Our libs name each other by alias and without extension, and services have decorators, of which Node does not strip the types. */
registerHooks({
  resolve(name, context, next) {
    const found = next(addressOf(name, context.parentURL), context);
    return found.url.endsWith('.ts') ? { ...found, format: 'module' } : found;
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const source = ts.transpileModule(readFileSync(fileURLToPath(url), 'utf8'), { compilerOptions: COMPILED }).outputText;
    return { format: 'module', source, shortCircuit: true };
  },
});

function addressOf(name, parent) {
  if (name.startsWith('@bota/')) return pathToFileURL(inRoot(name.replace('@bota', 'libs'), 'index.ts')).href;
  if (!name.startsWith('.') || !parent?.endsWith('.ts') || name.endsWith('.json')) return name;
  return existsSync(new URL(`${name}.ts`, parent)) ? `${name}.ts` : `${name}/index.ts`;
}
