import { concerns } from '@bota/booking/domain';
import { Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { inLanguage } from '@bota/shared/domain';
import { Formats, SectionHeader, Texts } from '@bota/shared/ui';
import type { Closure, Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { RuleList } from './rule-list';

/** Beside the week of a room: its rules in plain words, the rooms it is made of or part of, when it is closed. */
@Component({
  selector: 'b75-room-aside',
  imports: [MatButton, MatIcon, RouterLink, RuleList, SectionHeader],
  templateUrl: './room-aside.html',
  styleUrl: './room-aside.scss',
})
export class RoomAside {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  protected readonly space = inject(SpaceStore);
  readonly room = input.required<Room>();
  readonly closures = input.required<readonly Closure[]>();

  protected readonly parts = computed(() => this.room().partIds.flatMap((id) => this.space.room(id) ?? []));
  protected readonly wholes = computed(() => this.space.rooms().filter(({ partIds }) => partIds.includes(this.room().id)));
  protected readonly shut = computed(() =>
    this.closures()
      .filter((closure) => concerns(closure, this.room()))
      .map((closure) => ({
        id: closure.id,
        reason: inLanguage(closure.reason, this.texts.language()) || this.texts.t('rooms.room.closed'),
        when: this.when(closure),
      })),
  );

  protected names = (rooms: readonly Room[]): string => this.formats.list(rooms.map(({ name }) => name));

  private when({ start, end }: Closure): string {
    const zone = this.space.zone();
    const said = (moment: string) => `${this.formats.day(moment, zone, 'date')}, ${this.formats.time(moment, zone)}`;
    return this.texts.t('rooms.room.fromTo', { from: said(start), to: said(end) });
  }
}
