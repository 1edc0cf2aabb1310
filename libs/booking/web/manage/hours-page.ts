import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { AffectedBookings } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { ErrorSummary, SectionHeader, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { AffectedList } from './affected-list';
import { HoursField } from './hours-field';
import { Manage } from './manage.client';
import { versionedForm } from './versioned-form';
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
            <input
              type="radio"
              name="kind"
              [checked]="form().isAlways === (kind === 'always')"
              (change)="set({ isAlways: kind === 'always' })"
            />
            {{ texts.t('manage.hours.house.' + kind) }}
          </label>
        }
      </fieldset>
      @if (!form().isAlways) {
        <b75-hours-field inputId="house-hours" [value]="form().week" (valueChange)="set({ week: $event })" />
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
  private readonly fresh = computed(() => ({ isAlways: !this.house()?.hours, week: weekDraftOf(this.house()?.hours) }));
  private readonly versioned = versionedForm(this.version, this.fresh, () => this.store.reload());
  protected readonly form = this.versioned.form;
  private readonly asked = signal('');
  private readonly found = signal<AffectedBookings | undefined>(undefined);
  protected readonly errors = signal<{ field: string; message: string }[]>([]);
  private readonly read = computed(() => (this.form().isAlways ? { hours: null } : hoursOf(this.form().week)));
  /** What was found for these hours, not for others typed since. */
  protected readonly affected = computed(() => (this.asked() === JSON.stringify(this.read()) ? this.found() : undefined));

  protected set(change: Partial<ReturnType<typeof this.form>>): void {
    this.form.update((form) => ({ ...form, ...change }));
  }

  /** First what it would meet; when it meets something, once more to save. */
  protected async save(): Promise<void> {
    const [read, house] = [this.read(), this.house()];
    this.errors.set('hours' in read ? [] : [{ field: `house-hours-${read.wrongDay}`, message: this.texts.t('manage.hours.wrong') }]);
    if (!('hours' in read) || !house || !(await this.isSeen(read.hours))) return;
    await this.acts.attempt(
      () => this.versioned.send(() => this.manage.editSpace({ hours: read.hours }, house.version)),
      this.texts.t('manage.hours.saved'),
    );
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
