import { Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AffectedBookings } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { ErrorSummary, SectionHeader, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { AffectedList } from './affected-list';
import { HoursField } from './hours-field';
import { Manage } from './manage.client';
import { hoursOf, weekDraftOf } from './week-draft';

/** When the house is open: the hours of every room without hours of its own. */
@Component({
  selector: 'b75-hours',
  imports: [AffectedList, ErrorSummary, HoursField, MatButton, Refusal, SectionHeader],
  providers: [Acts],
  template: `<section>
    <ui-section-header [heading]="texts.t('manage.hours.title')" />
    <form novalidate (submit)="$event.preventDefault(); save()">
      <p class="mut">{{ texts.t('manage.hours.lead') }}</p>
      <ui-error-summary [errors]="errors()" />
      <b75-refusal [refusal]="acts.refusal()" />
      <fieldset>
        <legend>{{ texts.t('manage.hours.when') }}</legend>
        @for (kind of kinds; track kind) {
          <label class="check">
            <input type="radio" name="kind" [checked]="isAlways() === (kind === 'always')" (change)="isAlways.set(kind === 'always')" />
            {{ texts.t('manage.hours.house.' + kind) }}
          </label>
        }
      </fieldset>
      @if (!isAlways()) {
        <b75-hours-field inputId="house-hours" [(value)]="week" />
      }
      <b75-affected-list about="hours" [affected]="affected()" />
      <div class="acts">
        <button matButton="filled" type="submit" [disabled]="acts.isBusy()" disabledInteractive>
          {{ texts.t(affected()?.count ? 'manage.saveAnyway' : 'manage.save') }}
        </button>
      </div>
    </form>
  </section>`,
  styleUrl: './manage.scss',
})
export class HoursPage {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly manage = inject(Manage);
  private readonly store = inject(SpaceStore);
  protected readonly kinds = ['always', 'own'] as const;
  private readonly house = computed(() => (this.store.space.hasValue() ? this.store.space.value() : undefined));
  private readonly version = computed(() => this.house()?.version);
  protected readonly isAlways = linkedSignal({ source: this.version, computation: () => !this.house()?.hours });
  protected readonly week = linkedSignal({ source: this.version, computation: () => weekDraftOf(this.house()?.hours) });
  private readonly asked = signal('');
  private readonly found = signal<AffectedBookings | undefined>(undefined);
  protected readonly errors = signal<{ field: string; message: string }[]>([]);
  private readonly read = computed(() => (this.isAlways() ? { hours: null } : hoursOf(this.week())));
  /** What was found for these hours, not for others typed since. */
  protected readonly affected = computed(() => (this.asked() === JSON.stringify(this.read()) ? this.found() : undefined));

  /** First what it would meet; when it meets something, once more to save. */
  protected async save(): Promise<void> {
    const [read, house] = [this.read(), this.house()];
    this.errors.set('hours' in read ? [] : [{ field: `house-hours-${read.wrongDay}`, message: this.texts.t('manage.hours.wrong') }]);
    if (!('hours' in read) || !house || !(await this.isSeen(read.hours))) return;
    await this.acts.attempt(() => this.manage.editSpace({ hours: read.hours }, house.version), this.texts.t('manage.hours.saved'));
  }

  private async isSeen(hours: Parameters<Manage['editSpace']>[0]['hours']): Promise<boolean> {
    if (this.affected()) return true;
    try {
      const found = await this.manage.affected({ change: 'hours', hours: hours ?? null });
      this.found.set(found);
      this.asked.set(JSON.stringify(this.read()));
      return found.count === 0;
    } catch (error) {
      this.acts.explain(error);
      return false;
    }
  }
}
