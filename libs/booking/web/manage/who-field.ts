import { Component, computed, inject, model } from '@angular/core';
import { ResidentsStore } from '@bota/residents/web';
import { Texts } from '@bota/shared/ui';
import type { RulesForm } from './rules-form';

type Who = Pick<RulesForm, 'who' | 'organisationIds'>;

/** Who may book a room: everybody who lives in the house, some of them by name, or the coordination. */
@Component({
  selector: 'b75-who-field',
  template: `@for (who of kinds; track who) {
      <label class="check">
        <input type="radio" name="rules-who" [checked]="value().who === who" (change)="set({ who })" />
        {{ texts.t('manage.rules.who.' + who) }}
      </label>
    }
    @if (value().who === 'organisations') {
      <div class="checks" id="rules-who-organisations" tabindex="-1" role="group" [attr.aria-label]="texts.t('manage.rules.who.which')">
        @for (one of organisations(); track one.id) {
          <label class="check">
            <input type="checkbox" #box [checked]="value().organisationIds.includes(one.id)" (change)="turn(one.id, box.checked)" />{{
              one.name
            }}
          </label>
        }
      </div>
    }`,
  styleUrl: './manage.scss',
  styles: `
    .checks {
      margin: 4px 0 0 28px;
    }
  `,
})
export class WhoField {
  protected readonly texts = inject(Texts);
  private readonly residents = inject(ResidentsStore);
  readonly value = model.required<Who>();
  protected readonly kinds = ['residents', 'organisations', 'coordinators'] as const;
  /** Those of the house, and those of the rule that left it meanwhile. */
  protected readonly organisations = computed(() => {
    const here = this.residents.organisations().map(({ id, name }) => ({ id, name }));
    const gone = this.value().organisationIds.filter((id) => !here.some((one) => one.id === id));
    return [...here, ...gone.map((id) => ({ id, name: this.texts.t('manage.rules.who.gone') }))];
  });

  protected set(change: Partial<Who>): void {
    this.value.update((value) => ({ ...value, ...change }));
  }

  protected turn(id: string, isChosen: boolean): void {
    const { organisationIds } = this.value();
    this.set({ organisationIds: isChosen ? [...organisationIds, id] : organisationIds.filter((one) => one !== id) });
  }
}
