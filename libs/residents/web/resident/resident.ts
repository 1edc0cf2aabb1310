import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { Refusal, Session } from '@bota/people/web';
import { Empty, Failure, OrgBadge, PageTitle, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { StatementList } from '../charges/statement-list';
import { Acts } from '../acts';
import { membersResource } from '../members.client';
import { pageResource, Residencies } from '../residencies.client';
import { ResidentWords } from '../resident-words';
import { ResidentsStore } from '../residents-store';
import { About } from './about';
import { ContactList } from './contact-list';
import { HeldKeys } from './held-keys';
import { InvitationList } from './invitation-list';
import { JoinWish } from './join-wish';
import { MandateSection } from './mandate-list';
import { MemberList } from './member-list';
import { NextDates } from './next-dates';
import { RequestList } from './request-list';
import { ResidencyCard } from './residency-card';

/** The page of an organisation: what it does, its next dates, and for who may its people. */
@Component({
  selector: 'b75-resident',
  imports: [
    About,
    ContactList,
    Empty,
    Failure,
    HeldKeys,
    InvitationList,
    JoinWish,
    MandateSection,
    MatButton,
    MatIcon,
    MemberList,
    NextDates,
    OrgBadge,
    Refusal,
    RequestList,
    ResidencyCard,
    RouterLink,
    SectionHeader,
    Skeleton,
    StatementList,
    Status,
  ],
  providers: [Acts],
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
  private readonly residencies = inject(Residencies);
  protected readonly acts = inject(Acts);
  /** Slug in the address. */
  readonly resident = input.required<string>();

  /** The residency of now; of several, the latest. */
  protected readonly found = computed(() => {
    const own = this.store.residents.hasValue()
      ? this.store.residents.value().items.filter(({ organisation: { slug, id } }) => [slug, id].includes(this.resident()))
      : [];
    return own.find(({ status }) => status === 'active' || status === 'notice') ?? own.at(-1);
  });
  /** What this reader may see and do of it. */
  protected readonly page = pageResource(() => this.found()?.organisation.slug);
  protected readonly details = computed(() => (this.page.hasValue() ? this.page.value() : undefined));
  protected readonly isMember = computed(
    () => this.session.me()?.memberships.some(({ organisationId }) => organisationId === this.found()?.organisation.id) ?? false,
  );
  private readonly maySeePeople = computed(
    () => this.isMember() || (this.space.space.hasValue() && this.space.space.value().may.configure),
  );
  protected readonly members = membersResource(() => (this.maySeePeople() ? this.found()?.organisation.id : undefined));
  protected readonly mayManage = computed(() => this.members.hasValue() && this.members.value().may.manage);
  protected readonly mayArchive = computed(() => this.details()?.may.archive ?? false);
  /** What is left to settle makes the left column long: the statements then stand at the right. */
  protected readonly isLeaving = computed(() => this.details()?.residencies.some(({ to, may }) => to !== null && may.settle) ?? false);
  /** Who manages the members does not ask: they invite. */
  protected readonly mayAsk = computed(
    () => this.session.isSignedIn() && !this.isMember() && !this.mayManage() && this.found()?.status !== 'ended',
  );
  /** Who may not see the members meets no section, rather than a refusal. */
  protected readonly isRefused = computed(() => this.members.statusCode() === 403);

  constructor() {
    effect(() => this.title.say(this.found()?.organisation.name ?? this.texts.t('residents.title')));
  }

  protected reload(): void {
    this.page.reload();
    this.store.residents.reload();
  }

  protected async turnArchive(): Promise<void> {
    const { id, name, isArchived } = this.details()?.organisation ?? {};
    if (!id) return;
    const act = () => (isArchived ? this.residencies.restore(id) : this.residencies.archive(id));
    if (await this.acts.attempt(act, this.texts.t(`residents.archive.${isArchived ? 'restored' : 'done'}`, { name }))) this.reload();
  }

  protected signIn(): void {
    void this.router.navigate(['/sign-in'], { queryParams: { return: this.router.url } });
  }
}
