import { Component, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { JoinRequest } from '@bota/people/domain';
import { Refusal } from '@bota/people/web';
import { Confirm, Failure, Formats, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { Members, requestsResource } from '../members.client';

/** Who asks to join and waits for an answer. */
@Component({
  selector: 'b75-request-list',
  imports: [Failure, MatButton, Refusal, SectionHeader, Skeleton],
  providers: [Acts],
  templateUrl: './request-list.html',
  styleUrl: './people.scss',
})
export class RequestList {
  protected readonly texts = inject(Texts);
  protected readonly formats = inject(Formats);
  protected readonly space = inject(SpaceStore);
  private readonly members = inject(Members);
  private readonly confirm = inject(Confirm);
  protected readonly acts = inject(Acts);
  readonly organisation = input.required<string>();
  /** Somebody joined. */
  readonly joined = output();
  protected readonly requests = requestsResource(this.organisation);

  protected async approve(request: JoinRequest): Promise<void> {
    if (await this.decide(request, true)) this.joined.emit();
  }

  protected async decline(request: JoinRequest): Promise<void> {
    const asked = await this.confirm.ask({
      heading: this.texts.t('residents.requests.declineHeading', { name: request.displayName }),
      text: this.texts.t('residents.requests.declineText'),
      keep: this.texts.t('residents.keep'),
      act: this.texts.t('residents.requests.decline'),
    });
    if (asked) await this.decide(request, false);
  }

  /** Read again also after a refusal: somebody else may have answered. */
  private async decide({ id, displayName }: JoinRequest, approves: boolean): Promise<boolean> {
    const said = this.texts.t(`residents.requests.${approves ? 'approved' : 'declined'}`, { name: displayName });
    const isDone = await this.acts.attempt(() => this.members.decide(this.organisation(), id, approves), said);
    this.requests.reload();
    return isDone;
  }
}
