import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { HouseRoleName, type TeamMember } from '@bota/people/domain';
import { Refusal, Session } from '@bota/people/web';
import { Confirm, Failure, FIELDS, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { Acts } from '../acts';
import { HouseClient, peopleResource, teamResource } from '../house.client';

type Change = { personId: string; displayName: string; roles: readonly HouseRoleName[] };

/** Who has a role in the house, and giving and taking roles. */
@Component({
  selector: 'b75-team',
  imports: [Failure, MatButton, MatFormFieldModule, MatInput, Refusal, SectionHeader, Skeleton],
  providers: [FIELDS, Acts],
  templateUrl: './team.html',
  styleUrl: './team.scss',
})
export class TeamPage {
  protected readonly texts = inject(Texts);
  private readonly house = inject(HouseClient);
  private readonly session = inject(Session);
  private readonly confirm = inject(Confirm);
  protected readonly acts = inject(Acts);
  protected readonly roles = HouseRoleName.options;
  protected readonly team = teamResource();
  protected readonly people = peopleResource();

  /** By organisation, for the choice of a person. */
  protected readonly groups = computed(() => {
    const people = this.people.hasValue() ? this.people.value() : [];
    return [...Map.groupBy(people, ({ organisation }) => organisation)]
      .map(([name, members]) => ({ name, members }))
      .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
  });

  /** The box shows what holds: a refusal sets it back. */
  protected async turn(member: TeamMember, role: HouseRoleName, box: HTMLInputElement): Promise<void> {
    const roles = box.checked ? [...member.roles, role] : member.roles.filter((one) => one !== role);
    if (!(await this.maySave(member, role, box.checked)) || !(await this.save({ ...member, roles }))) box.checked = !box.checked;
  }

  protected async add(personId: string, role: string): Promise<boolean> {
    const person = this.people.hasValue() ? this.people.value().find(({ id }) => id === personId) : undefined;
    const given = HouseRoleName.safeParse(role);
    if (!person || !given.success) return false;
    const known = this.team.hasValue() ? this.team.value().items.find((one) => one.personId === personId) : undefined;
    return this.save({ personId, displayName: person.name, roles: [...new Set([...(known?.roles ?? []), given.data])] });
  }

  private async maySave({ displayName }: TeamMember, role: HouseRoleName, isGiven: boolean): Promise<boolean> {
    if (isGiven || role !== 'coordinator') return true;
    return this.confirm.ask({
      heading: this.texts.t('house.team.take.heading', { name: displayName }),
      text: this.texts.t('house.team.take.text', { name: displayName }),
      keep: this.texts.t('house.team.take.keep'),
      act: this.texts.t('house.team.take.act'),
    });
  }

  private async save({ personId, displayName, roles }: Change): Promise<boolean> {
    const isDone = await this.acts.attempt(
      () => this.house.giveRoles(personId, roles),
      this.texts.t('house.team.saved', { name: displayName }),
    );
    if (!isDone) return false;
    if (personId === this.session.personId()) this.session.reload();
    this.team.reload();
    return true;
  }
}
