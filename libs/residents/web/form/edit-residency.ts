import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormRoot } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { Refusal } from '@bota/people/web';
import type { Wish } from '@bota/residents/domain';
import { dateOf } from '@bota/shared/domain';
import { DayField, Empty, ErrorSummary, errorsOf, Failure, PageHeader, provideDays, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { pageResource, Residencies } from '../residencies.client';
import { ResidencyActs } from '../residency-acts';
import { ResidentsStore } from '../residents-store';
import { OccupancyFields } from './occupancy-fields';
import { checkTerms, editOf, freshTerms, termsOf, wishesOn } from './terms';
import { TermsFields } from './terms-fields';

/** A coordinator changes the dates of a residency, its share, and from a day on what it occupies. */
@Component({
  selector: 'b75-edit-residency',
  imports: [
    DayField,
    Empty,
    ErrorSummary,
    Failure,
    FormRoot,
    MatButton,
    MatIcon,
    OccupancyFields,
    PageHeader,
    Refusal,
    RouterLink,
    Skeleton,
    TermsFields,
  ],
  providers: [{ provide: Acts, useClass: ResidencyActs }, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './edit-residency.html',
  styleUrl: './form-page.scss',
})
export class EditResidency {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly acts = inject(Acts);
  private readonly residents = inject(ResidentsStore);
  private readonly residencies = inject(Residencies);
  private readonly router = inject(Router);
  readonly resident = input.required<string>();
  /** Which residency of the organisation. */
  readonly residency = input.required<string>();

  protected readonly page = pageResource(this.resident);
  protected readonly found = computed(() =>
    this.page.hasValue() ? this.page.value()?.residencies.find(({ id, may }) => id === this.residency() && may.edit) : undefined,
  );
  private readonly today = computed(() => dateOf(new Date(), this.space.zone()));
  /** From when what is occupied changes: today, or the first day. */
  protected readonly since = linkedSignal(() => {
    const from = this.found()?.from ?? '';
    return from > this.today() ? from : this.today();
  });
  private readonly terms = linkedSignal(() => {
    const found = this.found();
    return found ? termsOf(found) : freshTerms(this.today());
  });
  protected readonly occupies = linkedSignal<readonly Wish[]>(() => {
    const found = this.found();
    return found ? wishesOn(found, this.since()) : [];
  });
  protected readonly wasSent = signal(false);
  protected readonly fields = form(this.terms, checkTerms, {
    submission: { action: () => this.save(), onInvalid: () => this.wasSent.set(true) },
  });
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));

  private async save(): Promise<undefined> {
    this.wasSent.set(false);
    const found = this.found();
    if (!found) return;
    const edit = editOf(found, this.terms(), this.occupies(), this.since());
    const isDone =
      Object.keys(edit).length === 0 ||
      (await this.acts.attempt(() => this.residencies.edit(found, edit), this.texts.t('residents.form.saved')));
    if (!isDone) return;
    this.residents.residents.reload();
    await this.router.navigate(['/', this.space.ref(), 'residents', this.resident()]);
  }
}
