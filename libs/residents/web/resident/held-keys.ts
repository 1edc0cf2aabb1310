import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Failure, Formats, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { keysResource } from '../keys/keys.client';

/** Keys and badges an organisation holds, for its admins and the coordinators. */
@Component({
  selector: 'b75-held-keys',
  imports: [Failure, RouterLink, SectionHeader, Skeleton],
  template: `<ui-section-header [heading]="texts.t('residents.keys.title')" [count]="rows().length || null">
      @if (keys.hasValue() && keys.value()!.may.manage) {
        <a [routerLink]="['/', space.ref(), 'house', 'keys']">{{ texts.t('residents.keys.all') }}</a>
      }
    </ui-section-header>
    @if (keys.hasValue()) {
      <ul>
        @for (key of rows(); track key.id) {
          <li class="row">
            <div class="body">
              <div class="t">{{ key.label }}</div>
              <div class="s">
                @if (key.opens) {
                  <span>{{ key.opens }}</span>
                }
                <span>{{ key.held }}</span>
              </div>
            </div>
          </li>
        } @empty {
          <li class="row mut">{{ texts.t('residents.keys.none') }}</li>
        }
      </ul>
    } @else if (keys.error(); as error) {
      <ui-failure [error]="error" (retry)="keys.reload()" />
    } @else {
      <ui-skeleton [rows]="1" />
    }`,
})
export class HeldKeys {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly formats = inject(Formats);
  readonly organisation = input.required<string>();
  protected readonly keys = keysResource(() => this.organisation());
  protected readonly rows = computed(() =>
    (this.keys.hasValue() ? this.keys.value().items : []).map(({ holding, ...key }) => ({ ...key, held: this.held(holding) })),
  );

  private held(holding: { person: { displayName: string } | null; since: string } | null): string {
    const date = holding ? this.formats.date(holding.since, 'dated') : '';
    if (!holding?.person) return this.texts.t('residents.keys.since', { date });
    return this.texts.t('residents.keys.by', { name: holding.person.displayName || this.texts.t('ui.formerMember'), date });
  }
}
