import { Component, computed, inject, input, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { isLastWay, type LinkedIdentity, type MyWays, type SignInWays } from '@bota/people/domain';
import { Confirm, type Explanation, Formats, Notices, ProblemTexts, SectionHeader, Texts } from '@bota/shared/ui';
import { Refusal } from '../../refusal';
import { WaysClient } from '../../ways/ways.client';

/** Who the person is at the provider of the house; nothing where there is neither. */
@Component({
  selector: 'b75-identity-list',
  imports: [MatButton, Refusal, SectionHeader],
  template: `@if (ways().identities.length || provider()) {
    <section>
      <ui-section-header [heading]="texts.t('account.identities.title')" />
      <div>
        <b75-refusal [refusal]="refusal()" />
        @if (identities().length) {
          <ul [attr.aria-label]="texts.t('account.identities.title')">
            @for (identity of identities(); track identity.id) {
              <li class="row">
                <div class="body">
                  <p class="t">{{ identity.name }}</p>
                  <p class="s">{{ identity.seen }}</p>
                </div>
                <div class="end">
                  <button
                    matButton="outlined"
                    type="button"
                    aria-haspopup="dialog"
                    [attr.aria-label]="texts.t('account.identities.unlinkOf', { name: identity.name })"
                    (click)="unlink(identity)"
                  >
                    {{ texts.t('account.identities.unlink') }}
                  </button>
                </div>
              </li>
            }
          </ul>
        } @else {
          <p class="mut">{{ texts.t('account.identities.none', { name: provider() }) }}</p>
        }
      </div>
    </section>
  }`,
  styles: `
    :host:empty {
      display: none;
    }
    section {
      display: grid;
      gap: 16px;
    }
  `,
})
export class IdentityList {
  private readonly client = inject(WaysClient);
  private readonly confirm = inject(Confirm);
  private readonly formats = inject(Formats);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  protected readonly texts = inject(Texts);
  readonly ways = input.required<MyWays>();
  readonly email = input.required<string>();
  readonly offered = input<SignInWays | null>(null);
  readonly changed = output();
  protected readonly refusal = signal<Explanation | null>(null);

  protected readonly provider = computed(() => this.offered()?.provider?.name);
  protected readonly identities = computed(() => this.ways().identities.map((identity) => ({ ...identity, seen: this.seen(identity) })));

  protected async unlink({ id, name }: { id: string; name: string }): Promise<void> {
    const isConfirmed = await this.confirm.ask({
      heading: this.texts.t('account.identities.heading', { name }),
      text: this.texts.t('account.identities.text', { name }),
      ...(isLastWay(this.ways()) && { stays: this.texts.t('account.passkeys.last', { email: this.email() }) }),
      keep: this.texts.t('account.passkeys.keep'),
      act: this.texts.t('account.identities.unlink'),
    });
    if (!isConfirmed) return;
    this.refusal.set(null);
    try {
      await this.client.unlink(id);
      this.notices.say(this.texts.t('account.identities.done', { name }));
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
    }
    this.changed.emit();
  }

  /** The clock of the server may be ahead. */
  private seen({ linkedAt, usedAt }: LinkedIdentity): string {
    const [linked, used] = [linkedAt, usedAt].map((at) => this.formats.distance(new Date(Math.min(Date.parse(at), Date.now()))));
    return this.texts.t('account.identities.seen', { linked, used });
  }
}
