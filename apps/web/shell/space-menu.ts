import { Component, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatMenu, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { RouterLink } from '@angular/router';
import type { Space } from '@bota/spaces/domain';
import { Texts } from '@bota/shared/ui';

/** Leads to the other houses. */
@Component({
  selector: 'b75-space-menu',
  imports: [MatButton, MatIcon, MatMenu, MatMenuItem, MatMenuTrigger, RouterLink],
  template: `<button matButton type="button" [matMenuTriggerFor]="menu" [attr.aria-label]="texts.t('shell.space.switch', { name: name() })">
      <span class="name">{{ name() }}</span>
      <mat-icon iconPositionEnd svgIcon="unfold_more" />
    </button>
    <mat-menu #menu="matMenu">
      @for (space of spaces(); track space.id) {
        <a mat-menu-item [routerLink]="['/', space.slug, 'today']" [attr.aria-current]="space.slug === ref() ? 'true' : null">
          <mat-icon [svgIcon]="space.slug === ref() ? 'check' : 'home'" />
          {{ space.name }}
        </a>
      }
    </mat-menu>`,
  styleUrl: './space-switch.scss',
})
export class SpaceMenu {
  protected readonly texts = inject(Texts);
  readonly spaces = input.required<readonly Pick<Space, 'id' | 'slug' | 'name'>[]>();
  readonly name = input.required<string>();
  /** Slug of the present one. */
  readonly ref = input.required<string>();
}
