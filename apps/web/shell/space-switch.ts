import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import { SpaceStore } from '@bota/spaces/web';
import { Texts } from '@bota/shared/ui';

/** The name of the house; a menu only when there are several. */
@Component({
  selector: 'b75-space-switch',
  imports: [MatButton, MatIcon, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  templateUrl: './space-switch.html',
  styleUrl: './space-switch.scss',
})
export class SpaceSwitch {
  private readonly store = inject(SpaceStore);
  protected readonly texts = inject(Texts);
  protected readonly name = computed(() => (this.store.space.hasValue() ? this.store.space.value().name : ''));
  protected readonly ref = this.store.ref;
  protected readonly spaces = computed(() => (this.store.spaces.hasValue() ? this.store.spaces.value().items : []));
}
