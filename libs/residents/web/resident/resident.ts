import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { Session } from '@bota/people/web';
import { Empty, Failure, OrgBadge, PageTitle, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { StatementList } from '../charges/statement-list';
import { membersResource } from '../members.client';
import { ResidentWords } from '../resident-words';
import { ResidentsStore } from '../residents-store';
import { InvitationList } from './invitation-list';
import { JoinWish } from './join-wish';
import { MemberList } from './member-list';
import { NextDates } from './next-dates';
import { RequestList } from './request-list';

/** The page of an organisation: what it does, its next dates, and for who may its people. */
@Component({
  selector: 'b75-resident',
  imports: [
    Empty,
    Failure,
    InvitationList,
    JoinWish,
    MatButton,
    MatIcon,
    MemberList,
    NextDates,
    OrgBadge,
    RequestList,
    RouterLink,
    SectionHeader,
    Skeleton,
    StatementList,
    Status,
  ],
  templateUrl: './resident.html',
  styleUrl: './resident.scss',
})
export class ResidentPage {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ResidentWords);
  protected readonly store = inject(ResidentsStore);
  protected readonly space = inject(SpaceStore);
  protected readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly title = inject(PageTitle);
  /** Slug in the address. */
  readonly resident = input.required<string>();

  /** The residency of now; of several, the latest. */
  protected readonly found = computed(() => {
    const own = this.store.residents.hasValue()
      ? this.store.residents.value().items.filter(({ organisation }) => organisation.slug === this.resident())
      : [];
    return own.find(({ status }) => status === 'active') ?? own.at(-1);
  });
  protected readonly isMember = computed(
    () => this.session.me()?.memberships.some(({ organisationId }) => organisationId === this.found()?.organisation.id) ?? false,
  );
  private readonly maySeePeople = computed(
    () => this.isMember() || (this.space.space.hasValue() && this.space.space.value().may.configure),
  );
  protected readonly members = membersResource(() => (this.maySeePeople() ? this.found()?.organisation.id : undefined));
  protected readonly mayManage = computed(() => this.members.hasValue() && this.members.value().may.manage);
  protected readonly mayAsk = computed(() => this.session.isSignedIn() && !this.isMember() && this.found()?.status !== 'ended');
  /** Who may not see the members meets no section, rather than a refusal. */
  protected readonly isRefused = computed(() => this.members.statusCode() === 403);

  constructor() {
    effect(() => this.title.say(this.found()?.organisation.name ?? this.texts.t('residents.title')));
  }

  protected signIn(): void {
    void this.router.navigate(['/sign-in'], { queryParams: { return: this.router.url } });
  }
}
