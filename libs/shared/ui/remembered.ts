/** Small choices kept on this device. Storage may be refused (private window): then they last as long as the page. */
const here = new Map<string, string>();

export function remembered(name: string): string | null {
  try {
    return localStorage.getItem(`b75.${name}`);
  } catch {
    return here.get(name) ?? null;
  }
}

export function remember(name: string, value: string): void {
  try {
    localStorage.setItem(`b75.${name}`, value);
  } catch {
    here.set(name, value);
  }
}
