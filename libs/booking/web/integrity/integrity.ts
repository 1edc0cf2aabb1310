import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Integrity } from '@bota/booking/domain';
import { resourceFor } from '@bota/people/web';
import { Failure, Formats, type IconName, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

type Promised = { icon: IconName; tone: 'g' | 'o' | 'r'; title: string; text: string };

/** Promises that are kept while nothing is counted against them. */
const COUNTED = ['overlaps', 'orphans', 'desks', 'holders', 'statements'] as const;

/** Whether the promises of the house hold, counted anew: no room twice, no stray dates, an unbroken log. */
@Component({
  selector: 'b75-integrity',
  imports: [Failure, MatButton, MatIcon, SectionHeader, Skeleton],
  templateUrl: './integrity.html',
  styleUrl: './integrity.scss',
})
export class IntegrityPage {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  protected readonly integrity = resourceFor(
    () => `/api/spaces/${this.space.ref()}/integrity`,
    (answer) => Integrity.parse(answer),
  );

  protected readonly promises = computed((): Promised[] => {
    if (!this.integrity.hasValue()) return [];
    const { log, ...counts } = this.integrity.value();
    const chain =
      log.brokenAt === null
        ? this.texts.count('house.integrity.chain.ok', log.entries)
        : this.texts.t('house.integrity.chain.bad', { at: log.brokenAt });
    return [
      ...COUNTED.map((name) => this.counted(name, counts[name])),
      this.promise('chain', log.brokenAt === null, chain),
      this.lastBackup(),
    ];
  });
  protected readonly wrong = computed(() => this.promises().filter(({ tone }) => tone === 'r').length);
  /** Nothing is broken, but a backup is missing. */
  protected readonly isBackupDue = computed(() => this.promises().some(({ tone }) => tone === 'o'));
  protected readonly heading = computed(() => {
    if (this.wrong()) return this.texts.count('house.integrity.wrong', this.wrong());
    return this.texts.t(this.isBackupDue() ? 'house.integrity.backupDue' : 'house.integrity.fine');
  });
  protected readonly checked = computed(() => {
    if (!this.integrity.hasValue()) return '';
    const { checkedAt } = this.integrity.value();
    const zone = this.space.zone();
    return this.texts.t('house.integrity.checked', {
      day: this.formats.day(checkedAt, zone, 'date'),
      time: this.formats.time(checkedAt, zone),
    });
  });

  private lastBackup(): Promised {
    const title = this.texts.t('house.integrity.backup.title');
    const { backup, checkedAt } = this.integrity.value() as Integrity;
    if (!backup) return { icon: 'history', tone: 'o', title, text: this.texts.t('house.integrity.backup.never') };
    const ago = this.formats.distance(backup.at, checkedAt);
    const text = this.texts.t(`house.integrity.backup.${backup.isOld ? 'old' : 'ok'}`, { ago, name: backup.name });
    return { icon: backup.isOld ? 'history' : 'check', tone: backup.isOld ? 'o' : 'g', title, text };
  }

  private counted(name: (typeof COUNTED)[number], faults: number): Promised {
    const at = `house.integrity.${name}`;
    return this.promise(name, faults === 0, faults ? this.texts.count(`${at}.bad`, faults) : this.texts.t(`${at}.ok`));
  }

  private promise(name: string, holds: boolean, text: string): Promised {
    return { icon: holds ? 'check' : 'error', tone: holds ? 'g' : 'r', title: this.texts.t(`house.integrity.${name}.title`), text };
  }
}
