type Triple = readonly [number, number, number];

/** A colour role in light and in dark, `#rrggbb`. */
export type Tone = { light: string; dark: string };
type Accent = 'primary' | 'secondary';
export type BrandRole = Accent | `on-${Accent}` | `${Accent}-container` | `on-${Accent}-container` | 'surface-tint' | 'inverse-primary';

const PAPER = { light: '#fbf8f2', dark: '#171611' };
/** The strongest surfaces on which the colour stands as text, and the text on its own ground: WCAG 2.2, 1.4.3 asks for 4.5. */
const GROUNDS = { light: '#e5ded1', dark: '#39362e' };
const ENOUGH = 4.5;
const STEP = 0.005;
/** How much of a colour its quiet companion keeps: what is chosen, and buttons that do not shout. */
const QUIET = 0.04;

/**
 * The colour of a house as Material's roles: its hue is kept, and it becomes as dark (light theme) or as light (dark theme) as reading
 * needs, so that no choice can make the product unreadable.
 */
export function brandTones(colour: string): Record<BrandRole, Tone> {
  const [lightness, chroma, hue] = lchOf(colour);
  const full = accent([lightness, chroma, hue]);
  const quiet = accent([Math.min(lightness, 0.49), Math.min(chroma, QUIET), hue]);
  const [strong, soft] = [container([0.9, Math.min(chroma, 0.05), hue]), container([0.915, Math.min(chroma, 0.03), hue])];
  return {
    primary: full.tone,
    'on-primary': full.on,
    'primary-container': strong.tone,
    'on-primary-container': strong.on,
    'surface-tint': full.tone,
    'inverse-primary': { light: full.tone.dark, dark: full.tone.light },
    secondary: quiet.tone,
    'on-secondary': quiet.on,
    'secondary-container': soft.tone,
    'on-secondary-container': soft.on,
  };
}

type Pair = { tone: Tone; on: Tone };

/** A colour for words and filled buttons, and the words in it. */
function accent([lightness, chroma, hue]: Triple): Pair {
  const light = until(Math.min(lightness, 0.55), -STEP, (l) => [l, chroma, hue], [GROUNDS.light, '#ffffff']);
  const dark = until(Math.max(lightness, 0.76), STEP, (l) => [l, Math.min(chroma, 0.1), hue], [GROUNDS.dark, PAPER.dark]);
  return { tone: { light, dark }, on: { light: '#ffffff', dark: until(0.3, -STEP, (l) => [l, Math.min(chroma, 0.06), hue], [dark]) } };
}

/** A ground of the colour, pale or deep, and the words on it. */
function container([lightness, chroma, hue]: Triple): Pair {
  const tone = { light: hexOf([lightness, chroma, hue]), dark: hexOf([0.38, Math.min(chroma * 1.4, 0.07), hue]) };
  const light = until(0.35, -STEP, (l) => [l, Math.min(chroma * 1.6, 0.08), hue], [tone.light]);
  return { tone, on: { light, dark: until(0.9, STEP, (l) => [l, Math.min(chroma * 1.2, 0.06), hue], [tone.dark]) } };
}

/** WCAG contrast ratio of two colours, 1 to 21. */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** From a lightness on, the first that reads well on all grounds. */
function until(lightness: number, step: number, at: (lightness: number) => Triple, grounds: readonly string[]): string {
  for (let l = lightness; l > 0 && l < 1; l += step) {
    const hex = hexOf(at(l));
    if (grounds.every((ground) => contrast(hex, ground) >= ENOUGH)) return hex;
  }
  return step < 0 ? '#000000' : '#ffffff';
}

const luminance = (hex: string) => {
  const [r, g, b] = linearOf(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const linearOf = (hex: string): Triple =>
  [1, 3, 5].map((at) => {
    const channel = parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as unknown as Triple;

/** Lightness 0–1, chroma and hue in OKLCH (Ottosson 2020), which keeps a hue while its lightness changes. */
function lchOf(hex: string): Triple {
  const [r, g, b] = linearOf(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const c = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s, Math.hypot(a, c), Math.atan2(c, a)];
}

/** The colour, with less chroma where a screen cannot show so much. */
function hexOf([lightness, chroma, hue]: Triple): string {
  const rgb = rgbOf(lightness, chroma, hue);
  const fits = rgb.every((channel) => channel >= -0.0005 && channel <= 1.0005);
  if (!fits && chroma > 0.002) return hexOf([lightness, chroma * 0.95, hue]);
  return `#${rgb.map(hexChannel).join('')}`;
}

function rgbOf(lightness: number, chroma: number, hue: number): Triple {
  const [a, b] = [chroma * Math.cos(hue), chroma * Math.sin(hue)];
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function hexChannel(linear: number): string {
  const clipped = Math.min(1, Math.max(0, linear));
  const encoded = clipped <= 0.0031308 ? 12.92 * clipped : 1.055 * clipped ** (1 / 2.4) - 0.055;
  return Math.round(encoded * 255)
    .toString(16)
    .padStart(2, '0');
}
