import { booleanAttribute, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { ReplyAnswer, ReplyHere } from '@bota/booking/domain';
import { FIELDS, Texts } from '@bota/shared/ui';

let count = 0;

/** Whether it suits, with a word to it. The answer that was pressed in the letter comes first. */
@Component({
  selector: 'b75-reply-form',
  imports: [MatButton, MatFormFieldModule, MatInput],
  providers: [FIELDS],
  template: `<div class="field">
      <label [for]="field">{{ texts.t(about() + 'note') }}</label>
      <mat-form-field>
        <textarea matInput #typed [id]="field" rows="2" maxlength="500" [value]="note()" (input)="note.set(typed.value)"></textarea>
      </mat-form-field>
    </div>
    <div class="acts">
      @for (answer of answers(); track answer) {
        <button
          [matButton]="$first ? 'filled' : 'outlined'"
          type="button"
          [disabled]="isBusy()"
          disabledInteractive
          (click)="replied.emit({ answer, note: note().trim() })"
        >
          {{ texts.t(about() + 'act.' + answer) }}
        </button>
      }
    </div>`,
  styles: `
    :host {
      display: grid;
      gap: 16px;
      max-width: 560px;
    }
    .field > label {
      display: block;
      margin-bottom: 2px;
      font: 600 13px/18px var(--b75-text);
    }
    .acts {
      display: flex;
      flex-wrap: wrap;
      gap: 8px;
    }
  `,
})
export class ReplyForm {
  protected readonly texts = inject(Texts);
  /** Several questions may stand on one page. */
  protected readonly field = `reply-note-${(count += 1)}`;
  readonly first = input<ReplyAnswer>('accepted');
  readonly said = input('');
  readonly isBusy = input(false);
  readonly isInvitation = input(false, { transform: booleanAttribute });
  readonly replied = output<ReplyHere>();
  protected readonly about = computed(() => (this.isInvitation() ? 'reply.invited.' : 'reply.'));
  protected readonly note = linkedSignal(() => this.said());
  protected readonly answers = computed<ReplyAnswer[]>(() =>
    this.first() === 'declined' ? ['declined', 'accepted'] : ['accepted', 'declined'],
  );
}
