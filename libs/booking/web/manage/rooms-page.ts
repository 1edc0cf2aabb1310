import { afterRenderEffect, Component, computed, DOCUMENT, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { inLanguage } from '@bota/shared/domain';
import { Empty, Failure, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import type { ManagedRoom } from '@bota/spaces/domain';
import { RoomWords, SpaceStore } from '@bota/spaces/web';
import { Manage, managedRoomsResource } from './manage.client';
import { moved } from './order';

/** All rooms and offices of the house, floor by floor; archived ones at the end. */
@Component({
  selector: 'b75-manage-rooms',
  imports: [Empty, Failure, MatButton, MatIcon, MatIconButton, Refusal, RouterLink, SectionHeader, Skeleton],
  providers: [Acts],
  templateUrl: './rooms-page.html',
  styleUrl: './manage.scss',
})
export class ManageRoomsPage {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly acts = inject(Acts);
  private readonly words = inject(RoomWords);
  private readonly manage = inject(Manage);
  protected readonly rooms = managedRoomsResource();
  private readonly all = computed(() => (this.rooms.hasValue() ? (this.rooms.value()?.items ?? []) : []));
  protected readonly archived = computed(() => this.all().filter(({ archivedAt }) => archivedAt));
  protected readonly groups = computed(() => {
    const inUse = this.all().filter(({ archivedAt }) => !archivedAt);
    const floors = this.rooms.hasValue() ? (this.rooms.value()?.floors ?? []) : [];
    const named = [
      ...floors.map(({ id, name }) => ({ id, name: inLanguage(name, this.texts.language()) })),
      { id: null, name: this.texts.t('manage.rooms.noFloor') },
    ];
    return named
      .map(({ id, name }) => ({ id, name, rooms: inUse.filter(({ floorId }) => floorId === id) }))
      .filter(({ rooms }) => rooms.length);
  });

  /** The button of a room that is moving: its row is taken out and put elsewhere, which loses the focus. */
  private pressed: HTMLElement | null = null;

  constructor() {
    const document = inject(DOCUMENT);
    afterRenderEffect(() => {
      this.groups();
      if (document.activeElement === document.body) this.pressed?.focus();
      this.pressed = null;
    });
  }

  /** `24 places · Salle A et Salle B`, `bureau, 6 postes`. */
  protected about(room: ManagedRoom): string {
    if (room.bookable) return [this.words.places(room), this.words.parts(room)].filter(Boolean).join(' · ');
    const desks = room.desks === null ? '' : this.texts.count('manage.rooms.desks', room.desks);
    return [this.texts.t('manage.rooms.office'), desks].filter(Boolean).join(' · ');
  }

  protected order = (rooms: readonly ManagedRoom[], room: ManagedRoom, step: 1 | -1) => moved(rooms, room, step);

  protected async move(
    group: { rooms: readonly ManagedRoom[]; room: ManagedRoom; step: 1 | -1 },
    pressed: EventTarget | null,
  ): Promise<void> {
    const { rooms, room, step } = group;
    const order = this.order(rooms, room, step);
    if (!order) return;
    const others = this.groups().map((group) => (group.rooms === rooms ? order : group.rooms.map(({ id }) => id)));
    if (!(await this.acts.attempt(() => this.manage.order(others.flat()), this.texts.t('manage.rooms.moved', { room: room.name })))) return;
    this.pressed = pressed as HTMLElement;
    this.rooms.reload();
  }

  protected async restore({ id, name }: ManagedRoom): Promise<void> {
    if (await this.acts.attempt(() => this.manage.restore(id), this.texts.t('manage.rooms.restored', { room: name }))) this.rooms.reload();
  }
}
