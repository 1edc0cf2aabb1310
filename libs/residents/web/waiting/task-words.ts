import { inject, Injectable } from '@angular/core';
import { type Task, type TaskKind } from '@bota/shared/domain';
import { Formats, type IconName, Texts } from '@bota/shared/ui';

const ICONS: Record<TaskKind, IconName> = {
  'booking-request': 'event_available',
  'outside-request': 'event_available',
  'booking-declined': 'event_busy',
  'join-request': 'person_add',
  'invitation-ending': 'mail',
  'letters-failed': 'mail',
  'residency-ending': 'logout',
  'residency-starting': 'login',
  'exit-open': 'event_busy',
  'keys-out': 'key',
  'month-open': 'receipt_long',
  'backup-old': 'history',
  'season-wishes-over': 'calendar_month',
  'season-appeals': 'calendar_month',
  'season-appeals-over': 'calendar_month',
};
const TONES: Record<Task['urgency'], string> = { now: 'r', decide: 'o', soon: '' };

/** How what waits is said. */
@Injectable({ providedIn: 'root' })
export class TaskWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);

  icon = ({ kind }: Task): IconName => ICONS[kind];
  tone = ({ urgency }: Task): string => TONES[urgency];
  act = ({ kind }: Task): string => this.texts.t(`waiting.act.${kind}`);

  title({ kind, name, count, since }: Task): string {
    if (kind === 'backup-old') return this.texts.t(`waiting.backup.${since ? 'old' : 'never'}`);
    if (kind === 'month-open') return this.texts.t('waiting.title.month-open', { month: this.formats.month(`${name}-01`) });
    return count === null ? this.texts.t(`waiting.title.${kind}`, { name }) : this.texts.count(`waiting.title.${kind}`, count, { name });
  }

  /** The day it is about, or how long it has waited. */
  when({ kind, due, since }: Task, now: Date): string {
    if (due) return this.texts.t(`waiting.due.${kind}`, { date: this.formats.date(due, 'dated') });
    return since ? this.formats.distance(since, now) : '';
  }

  /** Where it is settled: the address below the space, as parts and fragment for a router link. */
  link = ({ path }: Task, space: string) => ({
    parts: ['/', space, ...(path.split('#')[0] ?? '').split('/')],
    fragment: path.split('#')[1],
  });
}
