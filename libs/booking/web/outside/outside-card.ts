import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import type { OutsideRequest } from '@bota/booking/domain';
import { LANGUAGE_NAMES, Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { capital, Confirm, FIELDS, Formats, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { OutsideAccept, type Placed } from './outside-accept';
import { Outside } from './outside.client';

/** One neighbour: who asks for what, how they are reached, and the answer with a word to it. */
@Component({
  selector: 'b75-outside-card',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatInput, OutsideAccept, Refusal, RouterLink, Status],
  providers: [FIELDS, Acts],
  templateUrl: './outside-card.html',
  styleUrl: '../requests/request-card.scss',
})
export class OutsideCard {
  protected readonly texts = inject(Texts);
  protected readonly formats = inject(Formats);
  protected readonly space = inject(SpaceStore);
  protected readonly acts = inject(Acts);
  private readonly outside = inject(Outside);
  private readonly confirm = inject(Confirm);
  readonly request = input.required<OutsideRequest>();
  readonly now = input.required<Date>();
  readonly changed = output();

  protected readonly languages = LANGUAGE_NAMES;
  protected readonly note = signal('');
  protected readonly isAccepting = signal(false);
  protected readonly room = computed(() => {
    const { roomId } = this.request();
    return roomId ? this.space.named(roomId)?.name : this.texts.t('requests.outside.anyRoom');
  });
  protected readonly when = computed(() => {
    const { start, end } = this.request();
    return `${capital(this.formats.day(start, this.space.zone(), 'full'))}, ${this.formats.timeRange(start, end, this.space.zone())}`;
  });
  protected readonly by = computed(() => {
    const { name, organisation, askedAt } = this.request();
    return [name, organisation, this.formats.distance(askedAt, this.now())].filter(Boolean).join(', ');
  });

  protected async accept(placed: Placed): Promise<void> {
    const said = this.texts.t('requests.done.accept', { title: placed.title });
    await this.act(() => this.outside.decide(this.request(), { verdict: 'accept', ...placed, note: this.note().trim() }), said);
  }

  protected async decline(): Promise<void> {
    const said = this.texts.t('requests.done.decline', { title: this.request().purpose });
    await this.act(() => this.outside.decide(this.request(), { verdict: 'decline', note: this.note().trim() }), said);
  }

  protected async erase(): Promise<void> {
    const { name } = this.request();
    const words = (key: string) => this.texts.t(`requests.outside.erase.${key}`, { name });
    const isSure = await this.confirm.ask({
      heading: words('heading'),
      text: words('text'),
      lost: [],
      keep: words('keep'),
      act: words('act'),
    });
    if (isSure) await this.act(() => this.outside.erase(this.request()), words('done'));
  }

  private async act(act: () => Promise<unknown>, said: string): Promise<void> {
    if (await this.acts.attempt(act, said)) this.changed.emit();
  }
}
