import { Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { Refusal } from '@bota/people/web';
import { Confirm, Notices, SectionHeader, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Acts } from '../acts';
import { heldResource, ImportClient } from './import.client';

const MOST_SHOWN = 10;

/** Imported people nobody has written to yet, and writing to them. Nothing is shown when there are none. */
@Component({
  selector: 'b75-held-people',
  imports: [MatButton, Refusal, RouterLink, SectionHeader],
  providers: [Acts],
  template: `@if (held.hasValue() && held.value().total) {
    <ui-section-header [heading]="texts.t('import.waiting.title')" [count]="held.value().total" />
    <p class="mut">{{ texts.t('import.waiting.hint') }}</p>
    <b75-refusal [refusal]="acts.refusal()" />
    <ul>
      @for (one of shown(); track one.id) {
        <li class="row">
          <div class="body">
            <div class="t">{{ one.displayName || one.email }}</div>
            <div class="s">
              @if (one.displayName) {
                <span>{{ one.email }}</span>
              }
              <a [routerLink]="['/', space.ref(), 'residents', one.organisationSlug]">{{ one.organisation }}</a>
            </div>
          </div>
        </li>
      }
    </ul>
    @if (others(); as others) {
      <p class="mut">{{ texts.count('import.waiting.others', others) }}</p>
    }
    <button matButton="tonal" type="button" [disabled]="acts.isBusy()" disabledInteractive (click)="send()">
      {{ texts.count('import.waiting.send', held.value().total) }}
    </button>
  }`,
  styles: `
    p {
      margin: 12px 0;
    }
    .row {
      min-height: 56px;
    }
    .t,
    .s span {
      overflow-wrap: anywhere;
    }
    .s a {
      color: inherit;
    }
    button {
      margin-top: 8px;
    }
  `,
})
export class HeldPeople {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly acts = inject(Acts);
  private readonly client = inject(ImportClient);
  private readonly confirm = inject(Confirm);
  private readonly notices = inject(Notices);
  protected readonly held = heldResource();
  protected readonly shown = computed(() => (this.held.hasValue() ? this.held.value().items.slice(0, MOST_SHOWN) : []));
  protected readonly others = computed(() => (this.held.hasValue() ? this.held.value().total - this.shown().length : 0));

  reload(): void {
    this.held.reload();
  }

  protected async send(): Promise<void> {
    const count = this.held.value()?.total ?? 0;
    const asked = await this.confirm.ask({
      heading: this.texts.count('import.waiting.heading', count),
      text: this.texts.t('import.waiting.text'),
      keep: this.texts.t('import.waiting.keep'),
      act: this.texts.count('import.waiting.send', count),
    });
    if (!asked || this.acts.isBusy()) return;
    this.acts.isBusy.set(true);
    this.acts.refusal.set(null);
    try {
      const { sent, held } = await this.client.sendHeld();
      const kept = held > 0 ? ` ${this.texts.count('import.waiting.kept', held)}` : '';
      this.notices.say(this.texts.count('import.invited', sent) + kept);
    } catch (error) {
      this.acts.explain(error);
    } finally {
      this.acts.isBusy.set(false);
      this.held.reload();
    }
  }
}
