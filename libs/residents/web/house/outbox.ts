import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { SentLetter } from '@bota/residents/domain';
import { Dialogs, Empty, Failure, Formats, type IconName, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { lettersResource } from '../house.client';
import type { ShownLetter } from './letter-view';

type Look = { icon: IconName; tone: 'plain' | 'ok' | 'warn' | 'bad' };
const LOOKS: Record<SentLetter['state'], Look> = {
  kept: { icon: 'info', tone: 'plain' },
  waiting: { icon: 'hourglass_top', tone: 'warn' },
  sent: { icon: 'check', tone: 'ok' },
  failed: { icon: 'error', tone: 'bad' },
};

/** The letters of the house: to whom, when, and whether they left. */
@Component({
  selector: 'b75-outbox',
  imports: [Empty, Failure, MatButton, MatIcon, SectionHeader, Skeleton, Status],
  templateUrl: './outbox.html',
  styles: `
    .note {
      margin-bottom: 16px;
    }
    .s span,
    .t {
      overflow-wrap: anywhere;
    }
  `,
})
export class Outbox {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly dialogs = inject(Dialogs);
  protected readonly letters = lettersResource();
  protected readonly rows = computed(() =>
    (this.letters.hasValue() ? this.letters.value().items : []).map((letter) => ({
      ...letter,
      look: LOOKS[letter.state],
      when: `${this.formats.day(letter.createdAt, this.space.zone(), 'dayMonth')}, ${this.formats.time(letter.createdAt, this.space.zone())}`,
      shown: shownOf(letter),
    })),
  );

  protected read(letter: ShownLetter): void {
    const load = () => import('./letter-dialog').then((m) => m.LetterDialog);
    void this.dialogs.ask(load, { data: letter, width: '720px', maxWidth: '94vw', autoFocus: 'dialog' });
  }
}

function shownOf({ subject, language, text, html }: SentLetter): ShownLetter | null {
  return text === undefined ? null : { subject, language, text, html: html ?? '' };
}
