import { Component, computed, inject, input } from '@angular/core';
import { Failure, Skeleton, Texts } from '@bota/shared/ui';
import { myWays, offeredWays } from '../../ways/ways.client';
import { IdentityList } from './identity-list';
import { PasskeyList } from './passkey-list';

/** How the person may sign in, beside password and link. */
@Component({
  selector: 'b75-my-ways',
  imports: [Failure, IdentityList, PasskeyList, Skeleton],
  template: `@if (resource.hasValue()) {
      <b75-passkey-list [ways]="resource.value()" [email]="email()" [offered]="offered()" (changed)="resource.reload()" />
      <b75-identity-list [ways]="resource.value()" [email]="email()" [offered]="offered()" (changed)="resource.reload()" />
    } @else if (resource.error()) {
      <ui-failure [error]="resource.error()" [heading]="texts.t('account.passkeys.failed')" (retry)="resource.reload()" />
    } @else {
      <ui-skeleton [rows]="2" />
    }`,
  styles: `
    :host {
      display: grid;
      gap: 40px;
    }
  `,
})
export class MyWaysSection {
  protected readonly texts = inject(Texts);
  protected readonly resource = myWays();
  private readonly offers = offeredWays();
  protected readonly offered = computed(() => (this.offers.hasValue() ? this.offers.value() : null));
  readonly email = input.required<string>();

  /** A first password is one way more. */
  reload(): void {
    this.resource.reload();
  }
}
