import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import type { AffectedBookings } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { Confirm, Empty, ErrorSummary, Failure, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import type { ManagedRoom } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { AffectedList } from './affected-list';
import { keptDraft } from './kept-draft';
import { Manage, managedRoomsResource } from './manage.client';
import { RoomFields } from './room-fields';
import { faultsOf, roomEdit, roomForm } from './room-form';
import { RoomTabs } from './room-tabs';
import { versionedForm } from './versioned-form';

/** One room or office: what it is, and taking it out of use. Its rules are the next page. `new` adds one. */
@Component({
  selector: 'b75-manage-room',
  imports: [
    AffectedList,
    Empty,
    ErrorSummary,
    Failure,
    MatButton,
    MatIcon,
    Refusal,
    RoomFields,
    RoomTabs,
    RouterLink,
    SectionHeader,
    Skeleton,
  ],
  providers: [Acts],
  templateUrl: './room-page.html',
  styleUrl: './manage.scss',
})
export class ManageRoomPage {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly acts = inject(Acts);
  private readonly manage = inject(Manage);
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  /** Slug in the address. */
  readonly room = input.required<string>();
  protected readonly rooms = managedRoomsResource();
  protected readonly isNew = computed(() => this.room() === 'new');
  protected readonly found = computed(() =>
    this.rooms.hasValue() ? this.rooms.value()?.items.find(({ slug }) => slug === this.room()) : undefined,
  );
  /** Rooms it may be made of. */
  protected readonly others = computed(() =>
    this.rooms.hasValue() ? (this.rooms.value()?.items.filter(({ id, archivedAt }) => !archivedAt && id !== this.found()?.id) ?? []) : [],
  );
  private readonly version = computed(() => `${this.found()?.id} ${this.found()?.version}`);
  private readonly fresh = computed(() => roomForm(this.found()));
  private readonly versioned = versionedForm(this.version, this.fresh, () => this.rooms.reload());
  protected readonly form = this.versioned.form;
  private readonly kept = keptDraft(
    computed(() => (this.rooms.hasValue() ? `room.${this.space.ref()}.${this.room()}` : undefined)),
    this.form,
    this.fresh,
  );
  private readonly wasSent = signal(false);
  protected readonly errors = computed(() =>
    this.wasSent() ? faultsOf(this.form()).map(({ field, message }) => ({ field, message: this.texts.t(message) })) : [],
  );
  protected readonly met = signal<{ about: 'rules' | 'archiving'; found: AffectedBookings } | undefined>(undefined);

  protected async save(): Promise<void> {
    this.wasSent.set(true);
    if (faultsOf(this.form()).length) return;
    const edit = roomEdit(this.form());
    const room = this.found();
    const said = this.texts.t('manage.room.saved', { room: edit.name });
    const isDone = await this.acts.attempt(
      () => this.versioned.send(() => (room ? this.manage.editRoom(room, edit) : this.manage.addRoom(edit))),
      said,
    );
    if (!isDone) return;
    this.wasSent.set(false);
    this.kept.drop();
    if (!room) return void this.router.navigate(['/', this.space.ref(), 'house', 'rooms']);
    this.rooms.reload();
    await this.tell('rules', () =>
      this.manage.affected({ change: 'rules', roomId: room.id, rules: room.ownRules, capacity: edit.capacity }),
    );
  }

  /** Shows what is booked; only a room with nothing ahead goes out of use. */
  protected async archive(room: ManagedRoom): Promise<void> {
    await this.tell('archiving', () => this.manage.affected({ change: 'archiving', roomId: room.id }));
    if (this.acts.refusal() || this.met()?.found.count || !(await this.maySave(room))) return;
    if (!(await this.acts.attempt(() => this.manage.archive(room.id), this.texts.t('manage.room.archived', { room: room.name })))) return;
    this.kept.drop();
    void this.router.navigate(['/', this.space.ref(), 'house', 'rooms']);
  }

  private maySave({ name }: ManagedRoom): Promise<boolean> {
    const t = (key: string) => this.texts.t(`manage.room.archiving.${key}`, { room: name });
    return this.confirm.ask({ heading: t('heading'), text: t('text'), keep: t('keep'), act: t('act') });
  }

  private async tell(about: 'rules' | 'archiving', ask: () => Promise<AffectedBookings>): Promise<void> {
    try {
      const found = await ask();
      this.met.set(found.count ? { about, found } : undefined);
    } catch (error) {
      this.acts.explain(error);
    }
  }
}
