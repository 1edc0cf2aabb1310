import { Component, computed, inject, signal } from '@angular/core';
import { applyWhen, form, FormRoot, FormField } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { Refusal } from '@bota/people/web';
import type { Wish } from '@bota/residents/domain';
import { dateOf } from '@bota/shared/domain';
import { Empty, ErrorSummary, errorsOf, FIELDS, PageHeader, provideDays, SectionHeader, Segments, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { Residencies } from '../residencies.client';
import { ResidencyActs } from '../residency-acts';
import { ResidentsStore } from '../residents-store';
import { OccupancyFields } from './occupancy-fields';
import { checkOrganisation, freshOrganisation, organisationToWire } from './organisation-draft';
import { OrganisationFields } from './organisation-fields';
import { checkTerms, freshTerms, toWire } from './terms';
import { TermsFields } from './terms-fields';

type Which = 'new' | 'known';

/** A coordinator welcomes a resident: who, from when, where, and by which share. */
@Component({
  selector: 'b75-new-resident',
  imports: [
    Empty,
    ErrorSummary,
    FormField,
    FormRoot,
    MatButton,
    MatFormFieldModule,
    MatInput,
    OccupancyFields,
    OrganisationFields,
    PageHeader,
    Refusal,
    RouterLink,
    SectionHeader,
    Segments,
    TermsFields,
  ],
  providers: [FIELDS, { provide: Acts, useClass: ResidencyActs }, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './new-resident.html',
  styleUrl: './form-page.scss',
})
export class NewResident {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly acts = inject(Acts);
  private readonly residents = inject(ResidentsStore);
  private readonly residencies = inject(Residencies);
  private readonly router = inject(Router);

  protected readonly mayAdd = computed(() => this.space.space.hasValue() && this.space.space.value().may.configure);
  protected readonly which = computed(() =>
    (['new', 'known'] as const).map((value) => ({ value, text: this.texts.t(`residents.form.${value}`) })),
  );
  /** Organisations the house knows and that do not live here now. */
  protected readonly known = computed(() => {
    const all = this.residents.residents.hasValue() ? this.residents.residents.value().items : [];
    const here = new Set(all.filter(({ status }) => status !== 'ended').map(({ organisation }) => organisation.id));
    const gone = all.filter(({ organisation, isArchived }) => !here.has(organisation.id) && !isArchived);
    return [...new Map(gone.map(({ organisation }) => [organisation.id, organisation])).values()];
  });
  protected readonly occupies = signal<readonly Wish[]>([]);
  protected readonly wasSent = signal(false);
  private readonly draft = signal({
    which: 'new' as Which,
    organisationId: '',
    organisation: freshOrganisation(),
    terms: freshTerms(dateOf(new Date(), this.space.zone())),
  });
  protected readonly fields = form(
    this.draft,
    (path) => {
      applyWhen(
        path,
        ({ value }) => value().which === 'new',
        ({ organisation }) => checkOrganisation(organisation),
      );
      checkTerms(path.terms);
    },
    { submission: { action: () => this.save(), onInvalid: () => this.wasSent.set(true) } },
  );
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));

  protected choose(which: Which): void {
    const organisationId = this.known()[0]?.id ?? '';
    this.draft.update((draft) => ({ ...draft, which, organisationId: draft.organisationId || organisationId }));
  }

  private async save(): Promise<undefined> {
    this.wasSent.set(false);
    const { which, organisationId, organisation, terms } = this.draft();
    const who = which === 'new' ? { organisation: organisationToWire(organisation) } : { organisationId };
    const name = which === 'new' ? organisation.name.trim() : (this.residents.organisation(organisationId)?.name ?? '');
    let id = '';
    const act = async () =>
      (id = (await this.residencies.open({ ...who, ...toWire(terms), occupies: [...this.occupies()] })).organisationId);
    if (!(await this.acts.attempt(act, this.texts.t('residents.form.opened', { name })))) return;
    this.residents.residents.reload();
    await this.router.navigate(['/', this.space.ref(), 'residents', id]);
  }
}
