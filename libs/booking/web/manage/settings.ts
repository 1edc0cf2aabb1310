import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { LANGUAGE_NAMES, Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { isZone, type Language, LANGUAGES } from '@bota/shared/domain';
import { ErrorSummary, FIELDS, SectionHeader, Texts } from '@bota/shared/ui';
import type { Space } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { Look } from './look';
import { Manage } from './manage.client';
import { versionedForm } from './versioned-form';

const formOf = (space: Space | undefined) => ({
  name: space?.name ?? '',
  address: space?.address ?? '',
  zone: space?.zone ?? '',
  languages: space?.languages ?? [],
  neighboursMayAsk: space?.neighboursMayAsk ?? false,
});

/** What the house says of itself: name, address, zone, languages; and how it looks. */
@Component({
  selector: 'b75-settings',
  imports: [ErrorSummary, Look, MatButton, MatFormFieldModule, MatInput, Refusal, SectionHeader],
  providers: [FIELDS, Acts],
  templateUrl: './settings.html',
  styleUrl: './manage.scss',
})
export class SettingsPage {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly manage = inject(Manage);
  private readonly store = inject(SpaceStore);
  protected readonly languages = LANGUAGES;
  protected readonly names = LANGUAGE_NAMES;
  protected readonly zones = Intl.supportedValuesOf('timeZone');
  protected readonly house = computed(() => (this.store.space.hasValue() ? this.store.space.value() : undefined));
  /** What is typed stays while the house is read again, until it is another version. */
  private readonly version = computed(() => this.house()?.version);
  private readonly fresh = computed(() => formOf(this.house()));
  private readonly versioned = versionedForm(this.version, this.fresh, () => this.store.reload());
  protected readonly form = this.versioned.form;
  private readonly wasSent = signal(false);

  protected readonly errors = computed(() => {
    const { name, zone, languages } = this.form();
    const faults = [
      ...(name.trim().length < 2 ? [{ field: 'house-name', message: 'manage.settings.nameNeeded' }] : []),
      ...(isZone(zone) ? [] : [{ field: 'house-zone', message: 'manage.settings.zoneNeeded' }]),
      ...(languages.length ? [] : [{ field: 'house-language-fr', message: 'manage.settings.languageNeeded' }]),
    ];
    return this.wasSent() ? faults.map(({ field, message }) => ({ field, message: this.texts.t(message) })) : [];
  });

  protected set(change: Partial<ReturnType<typeof formOf>>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  protected offer(language: Language, isOffered: boolean): void {
    this.set({ languages: LANGUAGES.filter((one) => (one === language ? isOffered : this.form().languages.includes(one))) });
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    const house = this.house();
    if (!house || this.errors().length) return;
    await this.acts.attempt(
      () => this.versioned.send(() => this.manage.editSpace(this.form(), house.version)),
      this.texts.t('manage.settings.saved'),
    );
    this.wasSent.set(false);
  }
}
