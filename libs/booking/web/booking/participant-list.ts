import { Component, computed, inject, input } from '@angular/core';
import type { Booking } from '@bota/booking/domain';
import { type IconName, Status, Texts } from '@bota/shared/ui';

type Said = 'accepted' | 'declined' | 'asked';
const LOOKS: Record<Said, { icon: IconName; tone: 'plain' | 'ok' | 'bad' }> = {
  accepted: { icon: 'check', tone: 'ok' },
  declined: { icon: 'cancel', tone: 'bad' },
  asked: { icon: 'hourglass_top', tone: 'plain' },
};

/** Whom the booking invites and what they answered: how many at a glance, each by name when opened. */
@Component({
  selector: 'b75-participant-list',
  imports: [Status],
  template: `<details>
    <summary>{{ glance() }}</summary>
    <ul>
      @for (one of rows(); track one.email) {
        <li>
          <div>
            <b>{{ one.name || one.email }}</b>
            @if (one.name) {
              <p class="mut sm">{{ one.email }}</p>
            }
            @if (one.note) {
              <p class="sm">{{ texts.t('booking.participants.said', { note: one.note }) }}</p>
            }
          </div>
          @if (one.look; as look) {
            <ui-status [icon]="look.icon" [tone]="look.tone">{{ one.word }}</ui-status>
          }
        </li>
      }
    </ul>
  </details>`,
  styles: `
    summary {
      cursor: pointer;
    }
    ul {
      margin-top: 8px;
    }
    li {
      display: flex;
      gap: 12px;
      align-items: center;
      justify-content: space-between;
      padding: 8px 0;
      border-top: 1px solid var(--mat-sys-outline-variant);
    }
    div {
      min-width: 0;
      overflow-wrap: anywhere;
    }
  `,
})
export class ParticipantList {
  protected readonly texts = inject(Texts);
  readonly booking = input.required<Booking>();
  private readonly participants = computed(() => this.booking().participants ?? []);
  /** Nobody was asked yet. */
  private readonly isWaiting = computed(() => ['requested', 'held'].includes(this.booking().status));

  protected readonly rows = computed(() =>
    this.participants().map((one) => {
      const said = one.answer ?? 'asked';
      return { ...one, look: this.isWaiting() ? null : LOOKS[said], word: this.texts.t(`booking.participants.word.${said}`) };
    }),
  );
  protected readonly glance = computed(() => {
    const all = this.participants();
    if (this.isWaiting()) return this.texts.count('booking.participants.waiting', all.length);
    return (['accepted', 'declined', 'asked'] as const)
      .map((said) => ({ said, n: all.filter(({ answer }) => (answer ?? 'asked') === said).length }))
      .filter(({ n }) => n > 0)
      .map(({ said, n }) => this.texts.count(`booking.participants.${said}`, n))
      .join(', ');
  });
}
