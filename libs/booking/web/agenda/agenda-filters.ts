import { Component, computed, inject, input, output } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import type { Feature } from '@bota/spaces/domain';
import { ResidentsStore } from '@bota/residents/web';
import { type IconName, type MenuChoice, MenuButton, Texts } from '@bota/shared/ui';
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
  imports: [MatIcon, MenuButton],
  templateUrl: './agenda-filters.html',
  styles: `
    // Where there is little room the words do without.
    ui-menu-button mat-icon {
      display: var(--icon-shown, inline-block);
    }
  `,
})
export class AgendaFilters {
  private readonly store = inject(SpaceStore);
  private readonly residents = inject(ResidentsStore);
  protected readonly texts = inject(Texts);
  readonly query = input.required<AgendaQuery>();
  readonly hasOrganisation = input(false);
  readonly changed = output<Partial<AgendaQuery>>();

  protected readonly isNarrowed = computed(() => hasFilter(this.query()));
  protected readonly features = computed(() =>
    OFFERED.filter(([feature]) => this.store.rooms().some((room) => room.features.includes(feature))),
  );
  /** Each once, by name: who leaves and comes back has two residencies. */
  protected readonly organisations = computed(() =>
    [...new Map(this.residents.organisations().map((one) => [one.id, one])).values()].sort((a, b) => a.name.localeCompare(b.name, 'fr')),
  );
  protected readonly room = computed(() => this.store.roomBySlug(this.query().room ?? ''));

  /** Everybody, the reader, the reader’s organisations, or the slug of one. */
  protected readonly who = computed(() => {
    const { me, mine, organisation } = this.query();
    return me ? 'me' : mine ? 'mine' : (organisation ?? 'all');
  });
  protected readonly people = computed<MenuChoice[]>(() => {
    const own = this.hasOrganisation() ? (['all', 'me', 'mine'] as const) : (['all'] as const);
    const some = own.map((value) => ({ value, text: this.texts.t(`booking.filter.${value === 'all' ? 'everybody' : value}`) }));
    const others = this.organisations().map(({ slug, name }, index) => ({ value: slug, text: name, isApart: index === 0 }));
    return [...some, ...others].map((one) => ({ ...one, isChosen: one.value === this.who() }));
  });
  protected readonly whoText = computed(() =>
    this.who() === 'all'
      ? this.texts.t('booking.filter.who')
      : (this.people().find(({ isChosen }) => isChosen)?.text ?? this.texts.t('booking.filter.who')),
  );
  protected readonly seats = computed<MenuChoice[]>(() => {
    const all = [
      { value: '', text: this.texts.t('booking.filter.anySize') },
      ...SIZES.map((n) => ({ value: String(n), text: this.seatsText(n) })),
    ];
    return all.map((one) => ({ ...one, isChosen: one.value === String(this.query().people ?? '') }));
  });
  protected readonly colours = computed<MenuChoice<AgendaQuery['colour']>[]>(() =>
    COLOURS.map((value) => ({ value, text: this.texts.t(`booking.colour.${value}`), isChosen: value === this.query().colour })),
  );

  protected seatsText = (n: number | null): string => this.texts.t('booking.filter.people', { n });

  protected choose(who: string): void {
    const organisation = ['all', 'me', 'mine'].includes(who) ? null : who;
    this.changed.emit({ me: who === 'me', mine: who === 'mine', organisation });
  }

  protected all(): void {
    this.changed.emit({ mine: false, me: false, organisation: null, people: null, features: [], room: null });
  }

  protected toggle(feature: Feature): void {
    const { features } = this.query();
    this.changed.emit({ features: features.includes(feature) ? features.filter((one) => one !== feature) : [...features, feature] });
  }
}
