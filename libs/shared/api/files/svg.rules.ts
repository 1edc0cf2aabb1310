import { SaxesParser, type SaxesTagNS } from 'saxes';

const SVG = 'http://www.w3.org/2000/svg';
const DRAWS = new Set(
  `svg g path rect circle ellipse line polyline polygon text tspan textPath title desc defs use symbol clipPath mask pattern marker
   linearGradient radialGradient stop image filter feGaussianBlur feOffset feBlend feColorMatrix feComposite feFlood feMerge feMergeNode
   metadata style switch view`.split(/\s+/),
);
const OWN_REFERENCE = /^(#|data:image\/(png|jpeg|webp);base64,)/;

/**
 * Why a file is not a drawing we keep: null when it is well-formed SVG that only draws. Scripts, event handlers, foreign elements,
 * styles and references that reach outside the file are refused, not cleaned away: who sends it should know (OWASP ASVS 5.0, 5.2).
 */
export function whyNotDrawing(source: string): string | null {
  const faults: string[] = [];
  const parser = new SaxesParser({ xmlns: true });
  let depth = 0;
  let inMetadata = 0;
  parser.on('error', (error) => faults.push(error.message));
  parser.on('doctype', (doctype) => void (doctype.includes('[') && faults.push('a doctype with entities')));
  parser.on('opentag', (tag) => {
    if (depth === 0 && !(tag.local === 'svg' && tag.uri === SVG)) faults.push('the root is not <svg>');
    if (tag.local === 'metadata' && tag.uri === SVG) inMetadata += 1;
    depth += 1;
    faults.push(...faultsOf(tag, inMetadata > 0));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    if (tag.local === 'metadata' && tag.uri === SVG) inMetadata -= 1;
  });
  parser.on('text', (text) => void (reachesOut(text) && faults.push('a style that reaches outside')));
  parser.write(source).close();
  return faults[0] ?? null;
}

/** Editors describe themselves in elements of their own namespaces: harmless where nothing is drawn or run from them. */
function faultsOf({ name, local, uri, attributes }: SaxesTagNS, inMetadata: boolean): string[] {
  const isForeign = uri !== SVG;
  if (isForeign && (uri === 'http://www.w3.org/1999/xhtml' || uri === '')) return [`<${name}> is not part of a drawing`];
  if (!isForeign && !DRAWS.has(local)) return [`<${name}> is not part of a drawing`];
  if (isForeign || inMetadata) return [];
  return Object.values(attributes).flatMap(({ name: attribute, local: plain, value }) => {
    if (/^on/i.test(plain)) return [`${attribute} runs a script`];
    if (plain === 'href' && !OWN_REFERENCE.test(value.trim())) return [`${attribute} reaches outside`];
    return reachesOut(value) && !attribute.startsWith('xmlns') && plain !== 'href' ? [`${attribute} reaches outside`] : [];
  });
}

const reachesOut = (text: string) => /@import|url\(\s*['"]?(?!#|['"]?#)/i.test(text) || /javascript:/i.test(text);
