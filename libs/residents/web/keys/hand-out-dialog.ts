import { Component, computed, inject, linkedSignal, resource, signal } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogRef } from '@angular/material/dialog';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { Refusal } from '@bota/people/web';
import type { HouseKey } from '@bota/residents/domain';
import { dateOf } from '@bota/shared/domain';
import { DayField, DialogFrame, FIELDS, provideDays, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { teamResource } from '../house.client';
import { Members } from '../members.client';
import { ResidentsStore } from '../residents-store';
import { Keys } from './keys.client';

const TEAM = 'team';

/** Hands a key out: to an organisation, to one of its members, or to somebody of the team. Answers whether it was. */
@Component({
  selector: 'b75-hand-out-dialog',
  imports: [DayField, DialogFrame, MatFormFieldModule, MatInput, Refusal],
  providers: [FIELDS, Acts, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './hand-out-dialog.html',
})
export class HandOutDialog {
  private readonly keys = inject(Keys);
  private readonly members = inject(Members);
  private readonly residents = inject(ResidentsStore);
  private readonly dialog = inject<MatDialogRef<HandOutDialog, boolean>>(MatDialogRef);
  protected readonly key = inject<HouseKey>(MAT_DIALOG_DATA);
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  protected readonly team = TEAM;
  protected readonly since = signal(dateOf(new Date(), inject(SpaceStore).zone()));

  protected readonly organisations = computed(() => {
    const all = this.residents.residents.hasValue() ? this.residents.residents.value().items : [];
    return all.filter(({ status }) => status !== 'ended').map(({ organisation }) => organisation);
  });
  /** An organisation, or the team. */
  protected readonly to = linkedSignal(() => this.organisations()[0]?.id ?? TEAM);
  private readonly teamList = teamResource();
  private readonly memberList = resource({
    params: () => (this.to() === TEAM ? undefined : this.to()),
    loader: ({ params }) => this.members.all(params),
  });
  protected readonly people = computed(() => {
    if (this.to() === TEAM) return this.teamList.hasValue() ? this.teamList.value().items : [];
    return this.memberList.hasValue() ? this.memberList.value().items : [];
  });
  /** '' = the organisation as such; the team has no name of its own. */
  protected readonly person = linkedSignal(() => (this.to() === TEAM ? (this.people()[0]?.personId ?? '') : ''));

  protected async save(): Promise<void> {
    const organisationId = this.to() === TEAM ? null : this.to();
    const draft = { organisationId, personId: this.person() || null, ...(this.since() && { since: this.since() }) };
    const said = this.texts.t('house.keys.said.handedOut', { label: this.key.label });
    if (await this.acts.attempt(() => this.keys.handOut(this.key.id, draft), said)) this.dialog.close(true);
  }
}
