import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { form, FormField, FormRoot, maxLength, minLength, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import type { OrganisationDetails } from '@bota/people/domain';
import { LANGUAGE_NAMES, Refusal, Session } from '@bota/people/web';
import { LANGUAGES } from '@bota/shared/domain';
import {
  Empty,
  ErrorSummary,
  errorsOf,
  Failure,
  FIELDS,
  OrgBadge,
  orgClasses,
  PageHeader,
  SectionHeader,
  Skeleton,
  Texts,
} from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { pageResource, Residencies } from '../residencies.client';
import { ResidentsStore } from '../residents-store';
import { checkOrganisation, freshOrganisation, organisationOf, organisationToWire } from './organisation-draft';
import { OrganisationFields } from './organisation-fields';

const HUES = Array.from({ length: 12 }, (_, n) => n + 1);
const PATTERNS = [1, 2, 3, 4];

const draftOf = (organisation: OrganisationDetails | undefined) => ({
  organisation: organisation ? organisationOf(organisation) : freshOrganisation(),
  initials: organisation?.initials ?? '',
  hue: String(organisation?.hue ?? 1),
  pattern: String(organisation?.pattern ?? 1),
  description: { fr: '', nl: '', en: '', ...organisation?.description },
});

/** Its admins and the coordinators say what an organisation is, in three languages, and how it looks in calendars. */
@Component({
  selector: 'b75-edit-organisation',
  imports: [
    Empty,
    ErrorSummary,
    Failure,
    FormField,
    FormRoot,
    MatButton,
    MatFormFieldModule,
    MatIcon,
    MatInput,
    OrganisationFields,
    OrgBadge,
    PageHeader,
    Refusal,
    RouterLink,
    SectionHeader,
    Skeleton,
  ],
  providers: [FIELDS, Acts],
  templateUrl: './edit-organisation.html',
  styleUrl: './form-page.scss',
})
export class EditOrganisation {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly acts = inject(Acts);
  private readonly residents = inject(ResidentsStore);
  private readonly residencies = inject(Residencies);
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  readonly resident = input.required<string>();

  protected readonly hues = HUES;
  protected readonly patterns = PATTERNS;
  protected readonly languages = LANGUAGES.map((language) => ({ language, name: LANGUAGE_NAMES[language] }));
  protected readonly page = pageResource(this.resident);
  protected readonly found = computed(() =>
    this.page.hasValue() && this.page.value()?.may.edit ? this.page.value()?.organisation : undefined,
  );
  private readonly draft = linkedSignal(() => draftOf(this.found()));
  protected readonly wasSent = signal(false);
  protected readonly fields = form(
    this.draft,
    (path) => {
      checkOrganisation(path.organisation);
      required(path.initials, { message: 'residents.form.initialsNeeded' });
      minLength(path.initials, 1, { message: 'residents.form.initialsNeeded' });
      maxLength(path.initials, 3, { message: 'residents.form.initialsNeeded' });
      for (const language of LANGUAGES) maxLength(path.description[language], 2000, { message: 'residents.form.descriptionLong' });
    },
    { submission: { action: () => this.save(), onInvalid: () => this.wasSent.set(true) } },
  );
  protected readonly errors = computed(() => (this.wasSent() ? errorsOf(this.fields, this.texts.t) : []));
  /** As it will look. */
  protected readonly look = computed(() => {
    const { initials, hue, pattern } = this.draft();
    return { initials: initials || '?', hue: Number(hue), pattern: Number(pattern) };
  });

  protected readonly bands = computed(() => orgClasses(this.look()));

  private async save(): Promise<undefined> {
    this.wasSent.set(false);
    const found = this.found();
    if (!found) return;
    const { organisation, initials, hue, pattern, description } = this.draft();
    const edit = { ...organisationToWire(organisation), initials, hue: Number(hue), pattern: Number(pattern), description };
    const said = this.texts.t('residents.form.described', { name: organisation.name.trim() });
    if (!(await this.acts.attempt(() => this.residencies.describe(found.id, found.version, edit), said))) return;
    this.residents.residents.reload();
    this.session.reload();
    await this.router.navigate(['/', this.space.ref(), 'residents', this.resident()]);
  }
}
