import { expect, type Page } from '@playwright/test';
import type { Language } from '@bota/shared/domain';
import { foreignTo, KEY } from './words';

/** What a person reads or hears on the page is in one language, and `lang` says which. */
export async function expectOnly(page: Page, language: Language): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  const read = await page.evaluate(readWords);
  const foreign = foreignTo(language);
  expect(read.filter((text) => foreign.has(text) || KEY.test(text))).toEqual([]);
}

/** Texts and names of the page, without what is marked as another language. */
function readWords(): string[] {
  const isForeign = (element: Element | null) => !!element?.closest('[lang]:not(html)');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode()) if (!isForeign(walker.currentNode.parentElement)) texts.push(walker.currentNode.textContent?.trim() ?? '');
  const named = [...document.querySelectorAll('[aria-label],[title],[placeholder]')].filter((element) => !isForeign(element));
  const names = named.flatMap((element) => ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name)?.trim() ?? ''));
  return [...texts, ...names].filter(Boolean);
}
