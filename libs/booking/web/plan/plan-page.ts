import { Component, computed, effect, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { inLanguage } from '@bota/shared/domain';
import { Empty, Failure, PageHeader, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import { CalendarStore } from '../agenda/calendar-store';
import { HouseStore } from '../rooms/house-store';
import { readerAsks } from '../rooms/reader-asks';
import { FloorPlan } from './floor-plan';
import { FloorTabs } from './floor-tabs';
import { placedOn } from './placed';
import { planResource } from './plan.client';
import { planMoment } from './plan-moment';
import { PlanTime } from './plan-time';
import { PlaceRows } from './place-rows';

/** The plan of the house: the floor stands in the address, and what changes shows at once. */
@Component({
  selector: 'b75-plan',
  imports: [Empty, Failure, FloorPlan, FloorTabs, MatButton, MatIcon, PageHeader, PlaceRows, PlanTime, RouterLink, SectionHeader, Skeleton],
  providers: [CalendarStore, HouseStore],
  templateUrl: './plan-page.html',
  styles: `
    section {
      margin-top: 32px;
    }
  `,
})
export class PlanPage {
  protected readonly texts = inject(Texts);
  protected readonly store = inject(HouseStore);
  protected readonly space = this.store.space;
  /** Level of a floor; the lowest when left out or unknown. */
  readonly floor = input<string>();
  readonly date = input<string>();
  readonly time = input<string>();
  private readonly router = inject(Router);
  private readonly asker = readerAsks();

  protected readonly moment = computed(() => planMoment({ date: this.date(), time: this.time() }, this.store.now(), this.space.zone()));
  protected readonly mayBook = computed(() => this.space.space.hasValue() && this.space.space.value().may.book);

  protected readonly plan = planResource();
  protected readonly floors = computed(() => (this.plan.hasValue() ? (this.plan.value()?.floors ?? []) : []));
  protected readonly shown = computed(() => this.floors().find(({ level }) => String(level) === this.floor()) ?? this.floors()[0]);
  protected readonly name = computed(() => inLanguage(this.shown()?.name ?? {}, this.texts.language()));
  protected readonly placed = computed(() => this.placedOn(this.shown()?.id ?? null));
  protected readonly elsewhere = computed(() => this.placedOn(null));
  protected readonly isDrawn = computed(() => this.placed().some(({ room }) => room.outline));
  protected readonly freeNow = computed(
    () => this.placed().filter((one) => one.is === 'room' && one.state.is === 'free' && !one.against).length,
  );
  protected readonly mayDraw = computed(() => this.space.space.hasValue() && this.space.space.value().may.configure);

  constructor() {
    effect(() => this.store.from.set(this.moment().date));
  }

  protected choose(moment: { date: string; time: string } | null): void {
    const queryParams = moment ?? { date: null, time: null };
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  private placedOn(floorId: string | null) {
    const [house, plan] = [this.store.house(), this.plan.hasValue() ? this.plan.value() : undefined];
    if (!house || !plan) return [];
    const booking = this.moment().isChosen && this.mayBook() ? { asker: this.asker(), now: this.store.now() } : null;
    return placedOn(floorId, this.space.places(), { house, occupants: plan.occupants, at: this.moment().at, booking });
  }
}
