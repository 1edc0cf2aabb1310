import { Component, computed, inject, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { MatMenuModule } from '@angular/material/menu';
import type { Feature } from '@bota/spaces/domain';
import { ResidentsStore } from '@bota/residents/web';
import { type IconName, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { type AgendaQuery, COLOURS, hasFilter } from './agenda-query';

const SIZES = [6, 12, 20, 40];
/** Features offered as chips when the house has them, in this order. */
const OFFERED: readonly (readonly [Feature, IconName])[] = [
  ['screen', 'tv'],
  ['step-free', 'accessible'],
];

/** Filters of the agenda as chips; each change is a new address. */
@Component({
  selector: 'b75-agenda-filters',
  imports: [MatIcon, MatMenuModule],
  templateUrl: './agenda-filters.html',
  styleUrl: './agenda-filters.scss',
})
export class AgendaFilters {
  private readonly store = inject(SpaceStore);
  private readonly residents = inject(ResidentsStore);
  protected readonly texts = inject(Texts);
  readonly query = input.required<AgendaQuery>();
  readonly hasOrganisation = input(false);
  readonly changed = output<Partial<AgendaQuery>>();

  protected readonly sizes = SIZES;
  protected readonly colours = COLOURS;
  protected readonly isPlain = computed(() => !hasFilter(this.query()));
  protected readonly features = computed(() =>
    OFFERED.filter(([feature]) => this.store.rooms().some((room) => room.features.includes(feature))),
  );
  /** Each once, by name: who leaves and comes back has two residencies. */
  protected readonly organisations = computed(() =>
    [...new Map(this.residents.organisations().map((one) => [one.id, one])).values()].sort((a, b) => a.name.localeCompare(b.name, 'fr')),
  );
  protected readonly organisation = computed(() => this.organisations().find(({ slug }) => slug === this.query().organisation));
  protected readonly room = computed(() => this.store.roomBySlug(this.query().room ?? ''));

  protected all(): void {
    this.changed.emit({ mine: false, me: false, organisation: null, people: null, features: [], room: null });
  }

  protected toggle(feature: Feature): void {
    const { features } = this.query();
    this.changed.emit({ features: features.includes(feature) ? features.filter((one) => one !== feature) : [...features, feature] });
  }
}
