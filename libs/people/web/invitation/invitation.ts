import { httpResource } from '@angular/common/http';
import { Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { type InvitationAcceptance, InvitationOffer } from '@bota/people/domain';
import { inLanguage } from '@bota/shared/domain';
import {
  Empty,
  type Explanation,
  Failure,
  Formats,
  Notices,
  OrgBadge,
  PageHeader,
  problemOf,
  ProblemTexts,
  Skeleton,
  Texts,
} from '@bota/shared/ui';
import { LetterTokens } from '../letter-tokens';
import { PlainFrame } from '../plain-frame';
import { Refusal } from '../refusal';
import { Session } from '../session';
import { NewcomerForm } from './newcomer-form';

/** Why an invitation offers nothing any more, and what to do then. */
const ENDS: Record<string, 'used' | 'over' | 'unknown'> = {
  'invitation/used': 'used',
  'invitation/over': 'over',
  'not-found': 'unknown',
};

/** Who is invited sees by whom and into what, and joins: with a new account, or the one they have. */
@Component({
  selector: 'b75-invitation',
  imports: [Empty, Failure, MatButton, NewcomerForm, OrgBadge, PageHeader, PlainFrame, Refusal, RouterLink, Skeleton],
  templateUrl: './invitation.html',
  styleUrl: './invitation.scss',
})
export class InvitationPage {
  private readonly tokens = inject(LetterTokens);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  private readonly formats = inject(Formats);
  protected readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly isBusy = signal(false);

  protected readonly resource = httpResource(
    () => {
      const token = this.tokens.invitation();
      return token ? { url: '/api/invitations/reading', method: 'POST', body: { token } } : undefined;
    },
    { parse: (answer) => InvitationOffer.parse(answer) },
  );
  protected readonly offer = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  /** Set when nothing is offered: without a token, or by the server’s word. */
  protected readonly end = computed(() => {
    if (!this.tokens.invitation()) return 'unknown';
    return ENDS[problemOf(this.resource.error())?.code ?? ''] ?? null;
  });

  protected readonly heading = computed(() => this.texts.t('invitation.heading', { organisation: this.offer()?.organisation.name ?? '' }));
  protected readonly lead = computed(() => {
    const offer = this.offer();
    return offer ? this.texts.t(`invitation.lead.${offer.role}`, { by: offer.invitedBy, organisation: offer.organisation.name }) : '';
  });
  protected readonly description = computed(() => inLanguage(this.offer()?.organisation.description ?? {}, this.texts.language()));
  protected readonly until = computed(() => this.formats.distance(this.offer()?.expiresAt ?? 0));
  /** What the invited person has to do: open an account, sign in, change accounts, or only join. */
  protected readonly way = computed(() => {
    const [offer, me] = [this.offer(), this.session.me()];
    if (!me) return offer?.hasAccount ? 'signIn' : 'newcomer';
    return me.person.email.toLowerCase() === offer?.email.toLowerCase() ? 'join' : 'other';
  });

  protected async join(account?: InvitationAcceptance['account']): Promise<void> {
    const token = this.tokens.invitation();
    if (!token) return;
    await this.attempt(async () => {
      const organisation = this.offer()?.organisation.name;
      await this.session.accept({ token, ...(account && { account }) });
      this.tokens.forget('invitation');
      await this.router.navigateByUrl('/');
      this.notices.say(this.texts.t('invitation.joined', { organisation }));
    });
  }

  protected signOut(): Promise<void> {
    return this.attempt(() => this.session.signOut());
  }

  private async attempt(act: () => Promise<void>): Promise<void> {
    this.refusal.set(null);
    this.isBusy.set(true);
    try {
      await act();
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
      // What is offered has changed: somebody accepted it elsewhere, or the address has an account by now.
      if (problemOf(error)?.code.startsWith('invitation/')) this.resource.reload();
    } finally {
      this.isBusy.set(false);
    }
  }
}
