import { Component, computed, effect, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import type { ExitItem } from '@bota/residents/domain';
import { Failure, Formats, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { checklistResource } from '../residencies.client';

/** What is left to settle when a residency ends, each with where to do it. */
@Component({
  selector: 'b75-exit-list',
  imports: [Failure, MatIcon, RouterLink, Skeleton],
  templateUrl: './exit-list.html',
  styleUrl: './exit-list.scss',
})
export class ExitList {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly router = inject(Router);
  readonly residency = input.required<string>();
  /** Of the residency: another one asks again. */
  readonly version = input.required<number>();
  protected readonly list = checklistResource(this.residency);

  protected readonly items = computed(() =>
    (this.list.hasValue() ? this.list.value().items : []).map((item) => ({
      ...item,
      text: item.count ? this.texts.count(`residents.exit.${item.name}`, item.count) : this.texts.t(`residents.exit.${item.name}.none`),
      to: this.addressOf(item),
      first: item.first.map((one) => ({
        ...one,
        day: one.date ? this.formats.date(one.date, 'dated') : '',
        to: this.addressOf(one),
      })),
    })),
  );
  protected readonly left = computed(() => this.items().filter(({ count }) => count > 0).length);

  constructor() {
    let seen: number | undefined;
    effect(() => {
      const version = this.version();
      if (seen !== undefined && seen !== version) this.list.reload();
      seen = version;
    });
  }

  private addressOf = ({ link }: Pick<ExitItem, 'link'>) => this.router.parseUrl(`/${this.space.ref()}/${link}`);
}
