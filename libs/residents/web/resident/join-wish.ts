import { Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Refusal } from '@bota/people/web';
import type { Organisation } from '@bota/people/domain';
import { FIELDS, SectionHeader, Texts } from '@bota/shared/ui';
import { Acts } from '../acts';
import { Members } from '../members.client';

/** Asks to join an organisation, with a message to its admins. */
@Component({
  selector: 'b75-join-wish',
  imports: [MatButton, MatFormFieldModule, MatIcon, MatInput, Refusal, SectionHeader],
  providers: [FIELDS, Acts],
  template: `<ui-section-header [heading]="texts.t('residents.join.title')" />
    @if (wasAsked()) {
      <p class="note ok" role="status"><mat-icon svgIcon="check" />{{ texts.t('residents.join.asked') }}</p>
    } @else {
      <form (submit)="$event.preventDefault(); ask(message.value)">
        <p class="mut">{{ texts.t('residents.join.lead', { organisation: organisation().name }) }}</p>
        <b75-refusal [refusal]="acts.refusal()" />
        <div class="field">
          <label for="join-message">{{ texts.t('residents.join.message') }}</label>
          <mat-form-field><textarea matInput #message id="join-message" rows="3" maxlength="500"></textarea></mat-form-field>
        </div>
        <button matButton="tonal" type="submit" [disabled]="acts.isBusy()" disabledInteractive>
          <mat-icon svgIcon="person_add" />{{ texts.t('residents.join.submit') }}
        </button>
      </form>
    }`,
  styleUrls: ['./people.scss'],
  styles: `
    .note {
      margin-top: 16px;
    }
  `,
})
export class JoinWish {
  protected readonly texts = inject(Texts);
  private readonly members = inject(Members);
  protected readonly acts = inject(Acts);
  readonly organisation = input.required<Organisation>();
  protected readonly wasAsked = signal(false);

  protected async ask(message: string): Promise<void> {
    const said = this.texts.t('residents.join.said', { organisation: this.organisation().name });
    this.wasAsked.set(await this.acts.attempt(() => this.members.ask(this.organisation().id, message.trim()), said));
  }
}
