import type { Language } from '@bota/shared/domain';
import { escapeHtml } from './escape';

/** The words of a letter in the recipient's language. Everything is plain text; the layout makes HTML of it. */
export type Words = {
  subject: string;
  hello: string;
  paragraphs: string[];
  /** Something to answer, each answer by its own link. */
  asks?: LetterAsk;
  action?: LetterLink;
  small?: string;
  /** Below everything, where letters say how to have fewer of them. */
  ending?: LetterLink[];
};
export type LetterLink = { label: string; url: string };
export type LetterAsk = { question: string; choices: LetterLink[] };
export type Letter = { subject: string; text: string; html: string };

// With its space: programs that show letters set apart, or leave out, what follows (RFC 3676 4.3).
const SIGNATURE = '-- ';

/** One look for all letters: readable as text, with images off, by screen readers, in dark and at 320 pixels. */
export function letterOf(language: Language, { subject, hello, paragraphs, asks, action, small, ending = [] }: Words): Letter {
  const written = ({ label, url }: LetterLink) => `${label}\n${url}`;
  const asked = asks ? [asks.question, ...asks.choices.map(written)] : [];
  const parts = [hello, ...paragraphs, ...asked, ...(action ? [written(action)] : []), ...(small ? [small] : [])];
  const text = [...parts, ...(ending.length > 0 ? [SIGNATURE, ...ending.map(written)] : [])].join('\n\n');
  const body = [
    paragraph(hello),
    ...paragraphs.map((text) => paragraph(text)),
    ...(asks ? [paragraph(asks.question), choices(asks.choices)] : []),
    ...(action && asks ? [links([action])] : action ? [button(action), paragraph(action.url, QUIET)] : []),
    ...(small ? [paragraph(small, QUIET)] : []),
    ...(ending.length > 0 ? [links(ending)] : []),
  ].join('\n');
  return { subject, text: `${text}\n`, html: page(language, subject, body) };
}

const INK = 'margin:0 0 16px;font:16px/1.5 sans-serif';
const QUIET = 'margin:0 0 16px;font:14px/1.5 sans-serif;opacity:.75;overflow-wrap:anywhere';
const BUTTON =
  'display:inline-block;padding:12px 20px;border-radius:8px;background:#1f5e4b;color:#ffffff;font:600 16px/1.25 sans-serif;text-decoration:none';
const OTHER =
  'display:inline-block;padding:10px 18px;border-radius:8px;border:2px solid #1f5e4b;font:600 16px/1.25 sans-serif;color:inherit;text-decoration:none';

const paragraph = (text: string, style: string = INK) => `<p style="${style}">${escapeHtml(text)}</p>`;
const button = ({ label, url }: { label: string; url: string }) =>
  `<p style="${INK}"><a href="${escapeHtml(url)}" style="${BUTTON}">${escapeHtml(label)}</a></p>`;

/** The first is the one most will choose. */
const choices = (all: LetterLink[]) =>
  `<p style="${INK}">${all.map(({ label, url }, at) => `<a href="${escapeHtml(url)}" style="${at === 0 ? BUTTON : OTHER};margin:0 8px 8px 0">${escapeHtml(label)}</a>`).join('\n')}</p>`;

const links = (all: LetterLink[]) =>
  `<p style="${QUIET};margin-top:32px">${all.map(({ label, url }) => `<a href="${escapeHtml(url)}" style="color:inherit">${escapeHtml(label)}</a>`).join('<br>')}</p>`;

const page = (language: Language, title: string, body: string) => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
</head>
<body style="margin:0;padding:24px">
<main style="max-width:560px">
${body}
</main>
</body>
</html>
`;
