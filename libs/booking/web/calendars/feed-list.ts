import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import type { Feed } from '@bota/booking/domain';
import { Confirm, type Explanation, Formats, keptFocus, Notices, ProblemTexts, SectionHeader, Texts } from '@bota/shared/ui';
import { Refusal } from '@bota/people/web';
import { SpaceStore } from '@bota/spaces/web';
import { Feeds } from './feeds.client';

const ICONS = { person: 'person', room: 'meeting_room', organisation: 'groups' } as const;

/** My links, when they were last read, and taking one back. */
@Component({
  selector: 'b75-feed-list',
  imports: [MatButton, MatIcon, Refusal, SectionHeader],
  template: `<section>
    <ui-section-header [heading]="texts.t('calendars.mine')" [count]="feeds().length || null" />
    <b75-refusal [refusal]="refusal()" />
    @if (!feeds().length) {
      <p class="mut" tabindex="-1">{{ texts.t('calendars.none') }}</p>
    }
    <ul>
      @for (feed of shown(); track feed.id) {
        <li class="row" [attr.data-feed]="feed.id">
          <span class="lead ic"><mat-icon [svgIcon]="icons[feed.kind]" /></span>
          <div class="body">
            <p class="t">{{ feed.name }}</p>
            <p class="s">
              <span>{{ feed.created }}</span>
              <span>{{ feed.read }}</span>
            </p>
          </div>
          <div class="end">
            <button
              matButton="outlined"
              type="button"
              aria-haspopup="dialog"
              [attr.aria-label]="texts.t('calendars.revokeOf', { name: feed.name, created: feed.created })"
              (click)="revoke(feed)"
            >
              {{ texts.t('calendars.revoke') }}
            </button>
          </div>
        </li>
      }
    </ul>
  </section>`,
  styles: `
    .mut {
      margin: 12px 0;
    }
    .t {
      overflow-wrap: anywhere;
    }
  `,
})
export class FeedListSection {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly space = inject(SpaceStore);
  private readonly client = inject(Feeds);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  readonly feeds = input.required<readonly Feed[]>();
  readonly revoked = output<string>();
  protected readonly refusal = signal<Explanation | null>(null);
  protected readonly icons = ICONS;
  private readonly focusNext = keptFocus(() => this.feeds().length >= 0);

  protected readonly shown = computed(() =>
    this.feeds().map(({ id, kind, subject, createdAt, lastReadAt }) => ({
      id,
      kind,
      name: subject ?? this.texts.t('calendars.kind.person'),
      created: this.texts.t('calendars.createdOn', { day: this.day(createdAt) }),
      read: lastReadAt ? this.texts.t('calendars.readOn', { day: this.day(lastReadAt) }) : this.texts.t('calendars.neverRead'),
    })),
  );

  private day = (moment: string) => this.formats.day(moment, this.space.zone(), 'date');

  protected async revoke({ id, name }: { id: string; name: string }): Promise<void> {
    const [heading, text] = [this.texts.t('calendars.revokeAsk', { name }), this.texts.t('calendars.revokeText')];
    const question = { heading, text, keep: this.texts.t('calendars.keep'), act: this.texts.t('calendars.revoke') };
    if (!(await this.confirm.ask(question))) return;
    this.refusal.set(null);
    const at = this.feeds().findIndex((one) => one.id === id);
    this.focusNext(`[data-feed="${(this.feeds()[at + 1] ?? this.feeds()[at - 1])?.id}"] button`, '.mut');
    try {
      await this.client.revoke(this.space.ref(), id);
      this.notices.say(this.texts.t('calendars.revoked'));
      this.revoked.emit(id);
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
    }
  }
}
