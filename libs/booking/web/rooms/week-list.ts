import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { addDays } from '@bota/shared/domain';
import { ResidentsStore } from '@bota/residents/web';
import { capital, Formats, orgClasses, Texts } from '@bota/shared/ui';
import type { Room } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { dayOf, type House, itemsIn, openSpans, overlaps, spanOf } from './availability';
import { WeekWords } from './week-words';

/** The week of a room as a list by day: the same as the calendar, for phones, keyboards and screen readers. */
@Component({
  selector: 'b75-week-list',
  imports: [RouterLink],
  templateUrl: './week-list.html',
  styleUrl: './week-list.scss',
})
export class WeekList {
  protected readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly words = inject(WeekWords);
  private readonly residents = inject(ResidentsStore);
  protected readonly space = inject(SpaceStore);
  readonly room = input.required<Room>();
  readonly house = input.required<House>();
  readonly monday = input.required<string>();
  readonly today = input.required<string>();

  protected readonly days = computed(() => Array.from({ length: 7 }, (_, i) => this.day(addDays(this.monday(), i))));

  private day(date: string) {
    const window = dayOf(date, this.house().zone);
    const items = itemsIn(this.room(), this.house()).filter((item) => overlaps(spanOf(item), window));
    const isOpen = openSpans(this.room(), window, this.house()).length > 0;
    return {
      date,
      name: capital(this.formats.date(date, 'long')),
      nothing: this.texts.t(isOpen ? 'rooms.room.nothing' : 'rooms.room.closed'),
      rows: items.map((item) => {
        const organisation = this.residents.organisation(item.organisationId);
        const others = item.roomIds.filter((id) => id !== this.room().id);
        const through = item.roomIds.includes(this.room().id)
          ? ''
          : this.formats.list(others.flatMap((id) => this.space.room(id)?.name ?? []));
        return {
          item,
          time: this.formats.timeRange(item.start, item.end, this.house().zone),
          title: this.words.title(item),
          who: [organisation?.name, through].filter(Boolean).join(' · '),
          look: item.title === undefined ? 'priv' : orgClasses(organisation),
        };
      }),
    };
  }
}
