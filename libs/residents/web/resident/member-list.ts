import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Member, MemberList as List, Organisation } from '@bota/people/domain';
import { Refusal, Session } from '@bota/people/web';
import { Confirm, Dialogs, Formats, SectionHeader, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { Members } from '../members.client';

/** Who belongs to an organisation; who manages it changes roles and removes, everybody may leave. */
@Component({
  selector: 'b75-member-list',
  imports: [MatButton, Refusal, SectionHeader, Status],
  providers: [Acts],
  templateUrl: './member-list.html',
  styleUrl: './people.scss',
})
export class MemberList {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly session = inject(Session);
  private readonly members = inject(Members);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  protected readonly acts = inject(Acts);
  readonly organisation = input.required<Organisation>();
  readonly list = input.required<List>();
  readonly changed = output();

  protected readonly rows = computed(() =>
    this.list().items.map((member) => ({
      ...member,
      joined: this.texts.t('residents.members.since', { date: this.formats.day(member.since, this.space.zone(), 'dated') }),
    })),
  );

  protected async turn(member: Member): Promise<void> {
    const role = member.role === 'admin' ? 'member' : 'admin';
    const said = this.texts.t(`residents.members.now.${role}`, { name: member.displayName });
    if (await this.acts.attempt(() => this.members.giveRole(this.organisation().id, member.personId, role), said)) this.tell(member);
  }

  protected async end(member: Member): Promise<void> {
    const key = member.isMe ? 'leave' : 'remove';
    const names = { name: member.displayName, organisation: this.organisation().name };
    const asked = await this.confirm.ask({
      heading: this.texts.t(`residents.members.${key}.heading`, names),
      text: this.texts.t(`residents.members.${key}.text`, names),
      stays: this.texts.t('residents.members.stays'),
      keep: this.texts.t('residents.keep'),
      act: this.texts.t(`residents.members.${key}.act`),
    });
    if (!asked) return;
    const said = this.texts.t(`residents.members.${key}.done`, names);
    if (await this.acts.attempt(() => this.members.end(this.organisation().id, member.personId), said)) this.tell(member);
  }

  /** To whom I am shown as contact. */
  protected async showMe(member: Member): Promise<void> {
    const load = () => import('./contact-dialog').then(({ ContactDialog }) => ContactDialog);
    const data = { organisation: this.organisation().id, member };
    if (await this.dialogs.ask<boolean>(load, { data, width: '520px' })) this.changed.emit();
  }

  /** Who changed oneself may something else now. */
  private tell(member: Member): void {
    if (member.isMe) this.session.reload();
    this.changed.emit();
  }
}
