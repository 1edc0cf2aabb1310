import { Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { type Display } from '@bota/booking/domain';
import { LANGUAGE_NAMES, Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { Confirm, Empty, Failure, Formats, RowFocus, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { filter } from 'rxjs';
import { withNews } from '../live';
import { minutely } from '../rooms/minutely';
import { Displays, displaysResource } from './displays.client';
import { PairForm } from './pair-form';

/** A screen that asked within these minutes is alive: it asks every minute. */
const ALIVE_MINUTES = 3;

/** The screens at doors and in the entrance: what each shows, whether it is alive, and how another is added. */
@Component({
  selector: 'b75-displays',
  imports: [Empty, Failure, MatButton, PairForm, Refusal, RowFocus, SectionHeader, Skeleton, Status],
  providers: [Acts],
  templateUrl: './displays-page.html',
  styleUrl: '../manage/manage.scss',
  styles: 'p.mut { margin-top: 12px; }',
})
export class DisplaysPage {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly displays = inject(Displays);
  private readonly confirm = inject(Confirm);
  private readonly now = minutely();
  protected readonly resource = displaysResource();
  protected readonly address = `${location.host}/display`;
  protected readonly rows = computed(() =>
    (this.resource.hasValue() ? this.resource.value()?.items : undefined)?.map((one) => this.row(one)),
  );

  /** The id of one that is changed. */
  protected readonly editing = signal<string | null>(null);

  constructor() {
    withNews(
      (live, space) => live.of(space).pipe(filter((news) => typeof news === 'string')),
      () => this.resource.reload(),
    );
    // A screen that is seen is no news: who leaves this page open reads with the screens, every minute.
    effect(() => {
      this.now();
      untracked(() => this.resource.reload());
    });
  }

  protected changed(): void {
    this.editing.set(null);
    this.resource.reload();
  }

  private row(display: Display) {
    const { shows, roomId, language, seenAt } = display;
    const room = roomId ? (this.space.named(roomId)?.name ?? '') : '';
    const isAlive = !!seenAt && this.now().getTime() - new Date(seenAt).getTime() < ALIVE_MINUTES * 60_000;
    return {
      display,
      what: shows === 'room' ? room : this.texts.t('manage.displays.today'),
      language: LANGUAGE_NAMES[language],
      isAlive,
      seen: seenAt
        ? this.texts.t('manage.displays.seen', { when: this.formats.distance(seenAt, this.now()) })
        : this.texts.t('manage.displays.never'),
    };
  }

  protected async revoke(display: Display): Promise<void> {
    const t = (key: string) => this.texts.t(`manage.displays.revoking.${key}`, { name: display.name });
    if (!(await this.confirm.ask({ heading: t('heading'), text: t('text'), keep: t('keep'), act: t('act') }))) return;
    if (await this.acts.attempt(() => this.displays.revoke(display), t('done'))) this.resource.reload();
  }
}
