import { Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Booking, BookingReply, ReplyHere } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { capital, Formats, keptFocus, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Replies, repliesResource } from './reply.client';
import { ReplyForm } from './reply-form';

const INVITATION = 'invitation';

/** Whether the latest change suits whom it concerns, for who may change the booking; who is asked answers here. */
@Component({
  selector: 'b75-booking-replies',
  imports: [MatButton, MatIcon, Refusal, ReplyForm],
  providers: [Acts],
  templateUrl: './booking-replies.html',
  styles: `
    :host {
      display: grid;
      gap: 12px;
      max-width: 760px;
    }
    :host:not(:has(.note)) {
      display: none;
    }
    .words {
      display: grid;
      flex: 1;
      gap: 8px;
      justify-items: start;
    }
    b75-reply-form {
      justify-self: stretch;
    }
    .said {
      white-space: pre-line;
      overflow-wrap: anywhere;
    }
    b75-refusal:empty {
      display: none;
    }
  `,
})
export class BookingReplies {
  protected readonly texts = inject(Texts);
  protected readonly acts = inject(Acts);
  private readonly replies = inject(Replies);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  readonly booking = input.required<Booking>();
  private readonly resource = repliesResource(() => (this.booking().may.edit ? this.booking().id : undefined));
  protected readonly items = computed(() => (this.resource.hasValue() ? (this.resource.value()?.items ?? []) : []));
  /** It invites who reads, until it is over or cancelled. */
  protected readonly invitation = computed(() => {
    const { invitation, organisation: name, status, occurrences } = this.booking();
    const isComing = status === 'confirmed' && occurrences.some(({ end }) => new Date(end) > new Date());
    if (!invitation || !isComing) return null;
    const { answer } = invitation;
    return { ...invitation, words: answer ? this.texts.t(`reply.invited.before.${answer}`) : this.texts.t('reply.invited.lead', { name }) };
  });
  /** Who answered may think again. */
  protected readonly answering = signal('');
  private readonly focusNext = keptFocus(() => !!this.booking() && this.items().length >= 0 && this.answering() !== undefined);

  constructor() {
    // The page reads the booking anew whenever somebody does something to it.
    effect(() => {
      this.booking();
      untracked(() => this.resource.reload());
    });
  }

  protected tone = ({ answer, settledAt, isMine }: BookingReply): string =>
    answer === 'accepted' ? 'ok' : (answer === 'declined' && !settledAt) || (isMine && !answer) ? 'warn' : '';

  protected words(reply: BookingReply): string {
    const name = reply.name || this.texts.t(reply.isOutsider ? 'reply.neighbour' : 'ui.formerMember');
    const state = reply.answer ?? 'asked';
    if (!reply.isMine) return this.texts.t(`reply.of.${state}`, { name });
    return this.texts.t(`reply.mine.${state}`, { name: reply.by || this.texts.t('ui.formerMember') });
  }

  /** The one date that is meant. */
  protected readonly dateOf = ({ dateAt }: BookingReply): string =>
    dateAt ? `${capital(this.formats.day(dateAt, this.space.zone(), 'full'))}, ${this.formats.time(dateAt, this.space.zone())}` : '';

  protected async reply(said: ReplyHere): Promise<void> {
    const isDone = await this.acts.attempt(
      () => this.replies.answerHere(this.booking().id, said),
      this.texts.t(`reply.${this.invitation() ? 'invited.' : ''}done.${said.answer}`),
    );
    if (!isDone) return;
    this.focusNext(`[data-reply="${said.reply ?? INVITATION}"] button`);
    this.answering.set('');
    this.resource.reload();
  }

  protected change(id: string): void {
    this.focusNext('b75-reply-form textarea');
    this.answering.set(id);
  }

  protected async settle(reply: BookingReply): Promise<void> {
    this.focusNext(`[data-reply="${reply.id}"]`);
    if (await this.acts.attempt(() => this.replies.settle(this.booking().id, reply), this.texts.t('reply.settled'))) this.resource.reload();
  }
}
