import { inflateSync } from 'node:zlib';

type Objects = Map<string, string>;

/**
 * What a PDF of ours says: its text in the order it is written, its title and language, and how far from the lower edge of a page the lowest line
 * stands and how far from the left one the rightmost word begins, in points. Reads what pdfkit writes, no more.
 */
export function readPdf(bytes: Buffer): { text: string; title: string; language: string; lowest: number; rightmost: number } {
  const objects: Objects = new Map(
    [...bytes.toString('latin1').matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  const all = [...objects.values()];
  const pages = all.filter((body) => /\/Type \/Page\n/.test(body));
  const title = follow(objects, all.find((body) => /\/Producer/.test(body)) ?? '', 'Title');
  return {
    text: pages.map((page) => textOf(objects, page)).join(' '),
    lowest: Math.min(...pages.flatMap((page) => placesOf(objects, page).map(([, height]) => height))),
    rightmost: Math.max(...pages.flatMap((page) => placesOf(objects, page).map(([left]) => left))),
    title: utf16Of(title),
    language: /\/Lang \((\w+)\)/.exec(all.find((body) => body.includes('/Type /Catalog')) ?? '')?.[1] ?? '',
  };
}

const placesOf = (objects: Objects, page: string): [number, number][] =>
  [...streamOf(follow(objects, page, 'Contents')).matchAll(/1 0 0 1 ([-\d.]+) ([-\d.]+) Tm/g)].map(([, left, height]) => [
    Number(left),
    Number(height),
  ]);

const follow = (objects: Objects, body: string, name: string): string =>
  objects.get(new RegExp(`/${name} (\\d+) 0 R`).exec(body)?.[1] ?? '') ?? '';

function streamOf(body: string): string {
  const bytes = Buffer.from(/stream\n([\s\S]*)\nendstream/.exec(body)?.[1] ?? '', 'latin1');
  return (body.includes('FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

/** Each piece of text is written glyph by glyph in its font, whose map says which letters they are. */
function textOf(objects: Objects, page: string): string {
  const resources = follow(objects, page, 'Resources');
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, lettersOf(objects, objects.get(id) ?? '')]),
  );
  let font: string[] = [];
  const pieces = [...streamOf(follow(objects, page, 'Contents')).matchAll(/\/(F\d+) [\d.]+ Tf|\[(.*)\] TJ/g)].map(([, name, glyphs]) => {
    if (name) font = fonts.get(name) ?? [];
    return [...(glyphs ?? '').matchAll(/<([0-9a-f]+)>/g)]
      .flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? [])
      .map((glyph) => font[parseInt(glyph, 16)] ?? '?')
      .join('');
  });
  return pieces.join('').replace(/\s+/g, ' ');
}

function lettersOf(objects: Objects, font: string): string[] {
  const ranges = [...streamOf(follow(objects, font, 'ToUnicode')).matchAll(/<[0-9a-f]+> <[0-9a-f]+> \[(.*?)\]/gs)];
  return ranges.flatMap(([, letters = '']) =>
    [...letters.matchAll(/<([0-9a-f ]*)>/g)].map(([, hex = '']) =>
      String.fromCharCode(...hex.split(' ').map((unit) => parseInt(unit, 16))),
    ),
  );
}

/** `(…)` in UTF-16 with its mark, or plain. */
function utf16Of(literal: string): string {
  const raw = literal
    .replace(/^\(|\)$/g, '')
    .replace(/\\([nrtbf()\\])/g, (_, c: string) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[c] ?? c);
  const bytes = Buffer.from(raw, 'latin1');
  return bytes[0] === 0xfe && bytes[1] === 0xff ? Buffer.from(bytes.subarray(2)).swap16().toString('utf16le') : raw;
}
