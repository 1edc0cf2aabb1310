import {
  type EnvironmentProviders,
  inject,
  Injectable,
  makeEnvironmentProviders,
  provideEnvironmentInitializer,
  signal,
} from '@angular/core';
import { type CanActivateFn } from '@angular/router';
import { provideTransloco, type Translation, TRANSLOCO_LOADER, type TranslocoLoader, TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { elided, type Language } from '@bota/shared/domain';

declare const ngDevMode: boolean;

type TextFile = { default: Translation };
/** One JSON file per language, each its own lazy chunk: `{ fr: () => import('./i18n/agenda.fr.json'), nl: …, en: … }`. */
export type TextFiles = Record<Language, () => Promise<TextFile>>;

/** All files of texts known so far, by the first segment of their keys. */
@Injectable({ providedIn: 'root' })
class TextSets implements TranslocoLoader {
  private readonly sets = new Map<string, TextFiles>();

  add(name: string, files: TextFiles): boolean {
    const isNew = !this.sets.has(name);
    this.sets.set(name, files);
    return isNew;
  }

  read = async (name: string, language: string): Promise<Translation> =>
    ((await this.sets.get(name)?.[language as Language]?.()) ?? { default: {} }).default;

  async getTranslation(language: string): Promise<Translation> {
    const names = [...this.sets.keys()];
    const files = await Promise.all(names.map((name) => this.read(name, language)));
    if (this.sets.size > names.length) return this.getTranslation(language);
    return Object.fromEntries(names.map((name, i) => [name, files[i]]));
  }
}

/**
 * Texts in the reader's language. In templates `texts.t('agenda.title')`, or `{{ 'agenda.title' | transloco }}`;
 * both follow a change of language. Keys are written out, or begin with a written-out prefix: a test checks that they exist.
 */
@Injectable({ providedIn: 'root' })
export class Texts {
  private readonly transloco = inject(TranslocoService);
  private readonly loader = inject(TRANSLOCO_LOADER);
  private readonly files = inject(TextSets);
  readonly language = this.transloco.activeLang as () => Language;

  t = (key: string, params?: Record<string, unknown>): string => {
    const language = this.language();
    const text = this.transloco.translate<string>(key, params);
    return params && language === 'fr' ? elided(text, Object.values(params)) : text;
  };

  /** The text for a count: `key.one`, `key.other` by the plural rules of the language; `{{ n }}` is the count. */
  count = (key: string, n: number, params?: Record<string, unknown>): string => {
    const form = new Intl.PluralRules(this.language()).select(n);
    return this.t(`${key}.${form === 'one' ? 'one' : 'other'}`, { n, ...params });
  };

  private readonly brought = signal<readonly Language[]>([]);
  /** Whether `in` can say something in this language. */
  isThere = (language: Language): boolean => language === this.language() || this.brought().includes(language);

  /** The same in another language, once `bring` has its texts: where several stand side by side. */
  in = (language: Language, key: string, params?: Record<string, unknown>): string => {
    this.isThere(language);
    return this.transloco.translate(key, params, language);
  };

  /** The texts of another language, beside the one that is spoken. */
  async bring(language: Language): Promise<void> {
    await this.load(language);
    this.brought.update((known) => [...new Set([...known, language])]);
  }

  /** Names of the sets there are: the first segments of keys. */
  names = (): string[] => [...new Set(Object.keys(this.transloco.getTranslation(this.language())).map((key) => key.split('.')[0] ?? ''))];

  has = (key: string): boolean => key in this.transloco.getTranslation(this.language());

  async add(name: string, files: TextFiles): Promise<void> {
    if (!this.files.add(name, files)) return;
    for (const language of this.transloco.getTranslation().keys()) {
      this.transloco.setTranslation({ [name]: await this.files.read(name, language) }, language, { merge: true });
    }
  }

  /** Shows the interface in this language once its texts are there. */
  async speak(language: Language): Promise<void> {
    await this.load(language);
    if (language !== this.language()) this.transloco.setActiveLang(language);
  }

  /** Transloco keeps that a load failed, and would never try again: it is asked once the files are here. */
  private async load(language: Language): Promise<void> {
    await this.loader.getTranslation(language);
    await firstValueFrom(this.transloco.load(language));
  }
}

/**
 * Route guard that brings the texts of a feature before it shows:
 * `canActivate: [withTexts('agenda', { fr: () => import('./i18n/agenda.fr.json'), nl: …, en: … })]`;
 * the file holds `{ "title": "…" }`, the key is `agenda.title`.
 */
export const withTexts =
  (name: string, files: TextFiles): CanActivateFn =>
  async () => {
    await inject(Texts).add(name, files);
    return true;
  };

export const provideTexts = (): EnvironmentProviders =>
  makeEnvironmentProviders([
    provideTransloco({
      config: { availableLangs: ['fr', 'nl', 'en'], defaultLang: 'fr', reRenderOnLangChange: true, prodMode: !ngDevMode },
    }),
    { provide: TRANSLOCO_LOADER, useExisting: TextSets },
  ]);

/** Texts already in hand, for tests: `provideFixedTexts('fr', { ui, agenda })` with the imported JSON files. */
export const provideFixedTexts = (language: Language, texts: Translation): EnvironmentProviders =>
  makeEnvironmentProviders([
    provideTransloco({ config: { availableLangs: ['fr', 'nl', 'en'], defaultLang: language, reRenderOnLangChange: true } }),
    { provide: TRANSLOCO_LOADER, useValue: { getTranslation: async () => texts } satisfies TranslocoLoader },
    provideEnvironmentInitializer(() => inject(TranslocoService).setTranslation(texts, language)),
  ]);
