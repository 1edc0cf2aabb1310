import { Component, computed, inject, input } from '@angular/core';
import type { SeasonRound } from '@bota/booking/domain';
import { Formats, Texts } from '@bota/shared/ui';

const STEPS = ['preparing', 'open', 'published', 'adopted'] as const;

/** Where a round stands, and until when. */
@Component({
  selector: 'b75-season-steps',
  template: `<ol [attr.aria-label]="texts.t('season.steps.label')">
    @for (step of steps(); track step.name) {
      <li [class]="step.look" [attr.aria-current]="step.look === 'now' ? 'step' : null">
        <span class="n" aria-hidden="true">{{ $index + 1 }}</span>
        <span
          ><b>{{ texts.t('season.steps.' + step.name) }}</b>
          @if (step.until) {
            <small>{{ step.until }}</small>
          }
        </span>
      </li>
    }
  </ol>`,
  styleUrl: './season-steps.scss',
})
export class SeasonSteps {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  readonly round = input.required<SeasonRound>();
  protected readonly steps = computed(() => {
    const { state, wishesUntil, appealsUntil, firstDay } = this.round();
    const until = (date: string | null) => (date ? this.texts.t('season.until', { date: this.formats.date(date, 'dated') }) : '');
    const days = {
      preparing: '',
      open: until(wishesUntil),
      published: until(appealsUntil),
      adopted: this.texts.t('season.from', { date: this.formats.date(firstDay, 'dated') }),
    };
    const at = state === 'closed' ? STEPS.length : STEPS.indexOf(state);
    return STEPS.map((name, index) => ({ name, until: days[name], look: index < at ? 'done' : index === at ? 'now' : 'next' }));
  });
}
