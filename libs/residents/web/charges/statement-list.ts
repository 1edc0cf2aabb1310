import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Organisation } from '@bota/people/domain';
import { Failure, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ChargeWords } from './charge-words';
import { statementsResource } from './charges.client';

const MOST = 6;

/** The latest statements of an organisation, on its page: for its admins and coordinators. */
@Component({
  selector: 'b75-statement-list',
  imports: [Failure, RouterLink, SectionHeader, Skeleton, Status],
  template: `<ui-section-header [heading]="texts.t('charges.statementsTitle')" />
    @if (statements.hasValue()) {
      <ul>
        @for (row of rows(); track row.month) {
          <li class="row">
            <div class="body">
              <div class="t">
                <a [routerLink]="['/', space.ref(), 'residents', organisation().slug, 'statements', row.month]">{{ row.name }}</a>
              </div>
              <div class="s">
                <ui-status [icon]="row.look.icon" [tone]="row.look.tone">{{ row.look.word }}</ui-status>
                @if (row.number) {
                  <span>{{ texts.t('charges.number', { number: row.number }) }}</span>
                }
              </div>
            </div>
            <div class="money">{{ words.money(row.totalCents) }}</div>
          </li>
        } @empty {
          <li class="mut none">{{ texts.t('charges.noStatements') }}</li>
        }
      </ul>
    } @else if (statements.error(); as error) {
      <ui-failure [error]="error" (retry)="statements.reload()" />
    } @else {
      <ui-skeleton [rows]="3" />
    }`,
  styleUrl: './charges.scss',
  styles: `
    .none {
      padding: 12px 0;
    }
  `,
})
export class StatementList {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(ChargeWords);
  protected readonly space = inject(SpaceStore);
  readonly organisation = input.required<Organisation>();
  protected readonly statements = statementsResource(() => this.organisation().id);
  protected readonly rows = computed(() =>
    (this.statements.hasValue() ? this.statements.value().items : []).slice(0, MOST).map((statement) => ({
      ...statement,
      name: this.words.month(statement.month),
      look: this.words.state(statement.state),
    })),
  );
}
