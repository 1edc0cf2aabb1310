import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { inLanguage, type LocalizedText } from '@bota/shared/domain';
import { Confirm, Empty, ErrorSummary, FIELDS, SectionHeader, Texts } from '@bota/shared/ui';
import type { Floor } from '@bota/spaces/domain';
import { LocalizedField, SpaceStore } from '@bota/spaces/web';
import { Manage } from './manage.client';

type FloorForm = { id: string | null; level: string; name: LocalizedText };

/** The floors of the house, the highest first; one is written at a time. */
@Component({
  selector: 'b75-floors',
  imports: [Empty, ErrorSummary, LocalizedField, MatButton, MatFormFieldModule, MatInput, Refusal, SectionHeader],
  providers: [FIELDS, Acts],
  templateUrl: './floors-page.html',
  styleUrl: './manage.scss',
})
export class FloorsPage {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly space = inject(SpaceStore);
  private readonly manage = inject(Manage);
  private readonly confirm = inject(Confirm);
  protected readonly floors = computed(() => [...this.space.floors()].reverse());
  protected readonly form = signal<FloorForm | null>(null);
  private readonly wasSent = signal(false);
  protected readonly name = (floor: Floor) => inLanguage(floor.name, this.texts.language());
  protected readonly errors = computed(() => {
    const form = this.form();
    if (!form || !this.wasSent()) return [];
    return [
      ...(/^-?\d+$/.test(form.level.trim()) ? [] : [{ field: 'floor-level', message: this.texts.t('manage.floors.levelNeeded') }]),
      ...(Object.keys(form.name).length ? [] : [{ field: 'floor-name-fr', message: this.texts.t('manage.floors.nameNeeded') }]),
    ];
  });

  protected set(change: Partial<FloorForm>): void {
    this.form.update((form) => form && { ...form, ...change });
  }

  protected begin(floor?: Floor): void {
    const above = Math.max(-1, ...this.space.floors().map(({ level }) => level)) + 1;
    this.wasSent.set(false);
    this.form.set({ id: floor?.id ?? null, level: String(floor?.level ?? above), name: floor?.name ?? {} });
  }

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    const form = this.form();
    if (!form || this.errors().length) return;
    const draft = { level: Number(form.level), name: form.name };
    const { id } = form;
    const isDone = await this.acts.attempt(
      () => (id ? this.manage.editFloor(id, draft) : this.manage.addFloor(draft)),
      this.texts.t('manage.floors.saved', { floor: inLanguage(form.name, this.texts.language()) }),
    );
    if (isDone) this.form.set(null);
  }

  protected async remove(floor: Floor): Promise<void> {
    const t = (key: string) => this.texts.t(`manage.floors.removing.${key}`, { floor: this.name(floor) });
    if (!(await this.confirm.ask({ heading: t('heading'), text: t('text'), keep: t('keep'), act: t('act') }))) return;
    if (await this.acts.attempt(() => this.manage.removeFloor(floor.id), t('done'))) this.form.set(null);
  }
}
