import { inject, Injectable } from '@angular/core';
import type { Resident } from '@bota/residents/domain';
import { inLanguage } from '@bota/shared/domain';
import { Formats, type IconName, Texts } from '@bota/shared/ui';

type Look = { icon: IconName; tone: 'plain' | 'ok' | 'warn' };
const LOOKS: Record<Resident['status'], Look> = {
  planned: { icon: 'hourglass_top', tone: 'warn' },
  active: { icon: 'check', tone: 'ok' },
  notice: { icon: 'schedule', tone: 'warn' },
  ended: { icon: 'door_open', tone: 'plain' },
};

/** How a resident organisation is said everywhere. */
@Injectable({ providedIn: 'root' })
export class ResidentWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  description = ({ organisation }: Resident): string => inLanguage(organisation.description, this.texts.language());
  status = ({ status }: Pick<Resident, 'status'>): Look & { word: string } => ({
    ...LOOKS[status],
    word: this.texts.t(`residents.status.${status}`),
  });

  /** `Depuis le 1er septembre 2024`, `Arrive le …`, `Du … au …`. */
  since({ from, to, status }: Pick<Resident, 'from' | 'to' | 'status'>): string {
    if (status === 'planned') return this.texts.t('residents.arrives', { date: this.dated(from) });
    if (to) return this.texts.t('residents.fromTo', { from: this.dated(from), to: this.dated(to) });
    return this.texts.t('residents.since', { date: this.dated(from) });
  }

  private dated = (date: string): string => this.formats.date(date, 'dated');
}
