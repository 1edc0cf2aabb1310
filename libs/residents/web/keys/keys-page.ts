import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Refusal } from '@bota/people/web';
import type { HouseKey } from '@bota/residents/domain';
import { plainText } from '@bota/shared/domain';
import { Confirm, Dialogs, Empty, Failure, FIELDS, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { Acts } from '../acts';
import { KeyRow } from './key-row';
import { KeyWords } from './key-words';
import { Keys, keysResource } from './keys.client';

/** The keys and badges of the house: who has which; handing out, taking back, losing, finding. */
@Component({
  selector: 'b75-keys',
  imports: [Empty, Failure, KeyRow, MatButton, MatFormFieldModule, MatIcon, MatInput, Refusal, SectionHeader, Skeleton],
  providers: [FIELDS, Acts],
  templateUrl: './keys-page.html',
  styleUrl: './keys-page.scss',
})
export class KeysPage {
  protected readonly texts = inject(Texts);
  private readonly words = inject(KeyWords);
  private readonly client = inject(Keys);
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  protected readonly acts = inject(Acts);
  /** Only what this organisation holds, when the address says so. */
  readonly organisation = input<string>();
  protected readonly keys = keysResource(() => this.organisation() ?? null);
  protected readonly sought = signal('');
  private readonly all = computed(() => (this.keys.hasValue() ? this.keys.value().items : []));
  protected readonly isEmpty = computed(() => this.all().length === 0);

  /** Lost ones first, then those that are out, then those that are here. */
  protected readonly groups = computed(() => {
    const asked = plainText(this.sought()).split(/\s+/).filter(Boolean);
    const found = this.all().filter((key) => asked.every((word) => plainText(this.words.searched(key)).includes(word)));
    return (['lost', 'out', 'here'] as const)
      .map((state) => ({ state, items: found.filter((key) => key.state === state) }))
      .filter(({ items }) => items.length);
  });

  protected async add(): Promise<void> {
    const load = () => import('./key-dialog').then(({ KeyDialog }) => KeyDialog);
    await this.after(this.dialogs.ask<boolean>(load, { data: null, width: '480px' }));
  }

  protected async edit(key: HouseKey): Promise<void> {
    const load = () => import('./key-dialog').then(({ KeyDialog }) => KeyDialog);
    await this.after(this.dialogs.ask<boolean>(load, { data: key, width: '480px' }));
  }

  protected async handOut(key: HouseKey): Promise<void> {
    const load = () => import('./hand-out-dialog').then(({ HandOutDialog }) => HandOutDialog);
    await this.after(this.dialogs.ask<boolean>(load, { data: key, width: '480px' }));
  }

  protected async history(key: HouseKey): Promise<void> {
    const load = () => import('./history-dialog').then(({ HistoryDialog }) => HistoryDialog);
    await this.dialogs.ask(load, { data: key, width: '480px' });
  }

  protected async takeBack(key: HouseKey): Promise<void> {
    await this.act(() => this.client.takeBack(key.id), 'returned', key);
  }

  protected async lose(key: HouseKey): Promise<void> {
    const isSure = await this.confirm.ask({
      heading: this.texts.t('house.keys.lose.heading', { label: key.label }),
      text: this.texts.t('house.keys.lose.text'),
      keep: this.texts.t('house.keys.giveUp'),
      act: this.texts.t('house.keys.lose.act'),
    });
    if (isSure) await this.act(() => this.client.lose(key.id), 'lost', key);
  }

  protected async find(key: HouseKey): Promise<void> {
    await this.act(() => this.client.find(key.id), 'found', key);
  }

  private async act(act: () => Promise<unknown>, said: 'returned' | 'lost' | 'found', { label }: HouseKey): Promise<void> {
    await this.acts.attempt(act, this.texts.t(`house.keys.said.${said}`, { label }));
    this.keys.reload();
  }

  private async after(asked: Promise<boolean | undefined>): Promise<void> {
    if (await asked) this.keys.reload();
  }
}
