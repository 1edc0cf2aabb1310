import { Component, computed, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { OpenSession } from '@bota/people/domain';
import { type Explanation, Failure, Formats, Notices, ProblemTexts, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { Refusal } from '../refusal';
import { AccountClient, sessionsResource } from './account.client';
import { browserName } from './browser-name';

const FIRST = 5;

/** Where the person is signed in; any other browser can be signed out from here. */
@Component({
  selector: 'b75-session-list',
  imports: [Failure, MatButton, MatIcon, Refusal, SectionHeader, Skeleton, Status],
  templateUrl: './session-list.html',
})
export class SessionList {
  private readonly client = inject(AccountClient);
  private readonly formats = inject(Formats);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  protected readonly texts = inject(Texts);
  protected readonly resource = sessionsResource();
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly showsAll = signal(false);
  private readonly list = viewChild<ElementRef<HTMLElement>>('list');

  /** This one first, then as last seen. */
  private readonly all = computed(() => {
    const items = this.resource.hasValue() ? this.resource.value().items : [];
    return items.toSorted((a, b) => Number(b.isThis) - Number(a.isThis)).map((session) => this.view(session));
  });
  protected readonly sessions = computed(() => (this.showsAll() ? this.all() : this.all().slice(0, FIRST)));
  protected readonly hidden = computed(() => this.all().length - this.sessions().length);

  /** A new password ends the other sessions. */
  reload(): void {
    this.resource.reload();
  }

  protected async end({ id, name }: { id: string; name: string }): Promise<void> {
    this.refusal.set(null);
    try {
      await this.client.endSession(id);
      this.resource.update((list) => list && { items: list.items.filter((one) => one.id !== id) });
      this.list()?.nativeElement.focus();
      this.notices.say(this.texts.t('account.sessions.ended', { name }));
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
      this.resource.reload();
    }
  }

  private view({ id, userAgent, seenAt, isThis }: OpenSession) {
    const { browser, system } = browserName(userAgent);
    // The clock of the server may be ahead.
    const seen = new Date(Math.min(Date.parse(seenAt), Date.now()));
    const known = browser ?? this.texts.t('account.sessions.unknown');
    const name = system ? this.texts.t('account.sessions.on', { browser: known, system }) : known;
    return { id, isThis, name, seen: this.texts.t('account.sessions.seen', { when: this.formats.distance(seen) }) };
  }
}
