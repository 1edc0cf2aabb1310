import { Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { Residency } from '@bota/residents/domain';
import { Dialogs, Formats, SectionHeader, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { PlaceWords } from '../place-words';
import { ResidentWords } from '../resident-words';
import { ExitList } from './exit-list';

/** The residencies of an organisation, latest first: dates, places, share; coordinators edit, give notice, and reopen. */
@Component({
  selector: 'b75-residency-card',
  imports: [ExitList, MatButton, MatIcon, RouterLink, SectionHeader, Status],
  templateUrl: './residency-card.html',
  styleUrl: './residency-card.scss',
})
export class ResidencyCard {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly formats = inject(Formats);
  private readonly words = inject(ResidentWords);
  private readonly places = inject(PlaceWords);
  private readonly dialogs = inject(Dialogs);
  readonly slug = input.required<string>();
  readonly name = input.required<string>();
  readonly residencies = input.required<readonly Residency[]>();
  readonly changed = output();

  protected readonly rows = computed(() =>
    this.residencies().map((residency, index) => ({
      residency,
      status: this.words.status(residency),
      dates: this.words.since(residency),
      notice: residency.noticeOn
        ? this.texts.t('residents.residency.noticeOn', { date: this.formats.date(residency.noticeOn, 'dated') })
        : '',
      share: this.share(residency),
      places: residency.occupancies.map((one) => ({ id: one.id, text: this.places.place(one), when: this.when(residency, one) })),
      // After an earlier one, the organisation came back by a residency of its own.
      mayReopen: index === 0 && residency.may.reopen,
      isLeaving: residency.to !== null && residency.may.settle,
    })),
  );

  protected async giveNotice(residency: Residency): Promise<void> {
    const load = () => import('./notice-dialog').then(({ NoticeDialog }) => NoticeDialog);
    const data = { residency, name: this.name() };
    if (await this.dialogs.ask<boolean>(load, { data, width: '480px' })) this.changed.emit();
  }

  protected async reopen(residency: Residency): Promise<void> {
    const load = () => import('./reopen-dialog').then(({ ReopenDialog }) => ReopenDialog);
    const data = { residency, name: this.name() };
    if (await this.dialogs.ask<boolean>(load, { data, width: '480px' })) this.changed.emit();
  }

  private share({ share, shareKey, shareQuantity }: Residency): string {
    const quantity = this.formats.number(share);
    return (
      this.texts.count(`residents.share.${shareKey}`, share, { quantity }) +
      (shareQuantity === null ? '' : ` ${this.texts.t('residents.share.agreed')}`)
    );
  }

  /** Only where it differs from the dates of the residency. */
  private when(residency: Residency, { from, to }: Residency['occupancies'][number]): string {
    const words = [
      from !== residency.from && this.texts.t('residents.residency.placeFrom', { date: this.formats.date(from, 'dated') }),
      to !== residency.to && to && this.texts.t('residents.residency.placeTo', { date: this.formats.date(to, 'dated') }),
    ];
    return words.filter(Boolean).join(' ');
  }
}
