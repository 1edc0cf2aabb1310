import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Invitation } from '@bota/people/domain';
import { Refusal } from '@bota/people/web';
import { Confirm, Failure, Formats, type IconName, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { invitationsResource, Members } from '../members.client';
import { InviteForm } from './invite-form';

type Look = { icon: IconName; tone: 'plain' | 'ok' | 'warn' };
const LOOKS: Record<Invitation['state'], Look> = {
  held: { icon: 'hourglass_top', tone: 'plain' },
  open: { icon: 'hourglass_top', tone: 'warn' },
  accepted: { icon: 'check', tone: 'ok' },
  expired: { icon: 'schedule', tone: 'plain' },
  withdrawn: { icon: 'cancel', tone: 'plain' },
};

/** Who was invited, and inviting somebody. */
@Component({
  selector: 'b75-invitation-list',
  imports: [Failure, InviteForm, MatButton, Refusal, SectionHeader, Skeleton, Status],
  providers: [Acts],
  templateUrl: './invitation-list.html',
  styleUrl: './people.scss',
})
export class InvitationList {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly members = inject(Members);
  private readonly confirm = inject(Confirm);
  protected readonly acts = inject(Acts);
  readonly organisation = input.required<string>();
  protected readonly invitations = invitationsResource(this.organisation);

  protected readonly rows = computed(() =>
    (this.invitations.hasValue() ? this.invitations.value().items : []).map((invitation) => ({
      ...invitation,
      look: LOOKS[invitation.state],
      by: this.texts.t('residents.invitations.by', { name: invitation.invitedBy, date: this.day(invitation.createdAt) }),
      until: invitation.state === 'open' ? this.texts.t('residents.invitations.until', { date: this.day(invitation.expiresAt) }) : '',
    })),
  );

  protected async withdraw({ id, email }: Invitation): Promise<void> {
    const asked = await this.confirm.ask({
      heading: this.texts.t('residents.invitations.withdrawHeading', { email }),
      text: this.texts.t('residents.invitations.withdrawText'),
      keep: this.texts.t('residents.keep'),
      act: this.texts.t('residents.invitations.withdraw'),
    });
    if (!asked) return;
    await this.acts.attempt(
      () => this.members.withdraw(this.organisation(), id),
      this.texts.t('residents.invitations.withdrawn', { email }),
    );
    this.invitations.reload();
  }

  private day = (moment: string): string => this.formats.day(moment, this.space.zone(), 'date');
}
