import { Component, computed, inject, input } from '@angular/core';
import type { SeasonPlan, SeasonWish } from '@bota/booking/domain';
import { capital, Texts } from '@bota/shared/ui';
import { SeasonWords } from './season-words';

/** The week as it is shared out: rooms and days on a desk and on paper, day by day on a phone. */
@Component({
  selector: 'b75-week-overview',
  template: `<div class="scrollx">
      <table>
        <caption class="vh">
          {{
            texts.t('season.week')
          }}
        </caption>
        <thead>
          <tr>
            <td></td>
            @for (weekday of words.weekdays; track weekday) {
              <th scope="col">{{ capital(words.weekday(weekday)) }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (room of rooms(); track room.id) {
            <tr>
              <th scope="row">{{ room.name }}</th>
              @for (day of room.days; track $index) {
                <td>
                  @for (one of day; track one.id) {
                    <div class="got" [class.own]="one.isOwn">
                      <b>{{ one.time }}</b> {{ one.title }} <small>{{ one.who }}</small>
                    </div>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </div>
    <div class="days">
      @for (day of days(); track day.weekday) {
        <h3>{{ capital(words.weekday(day.weekday)) }}</h3>
        <ul>
          @for (one of day.given; track one.id) {
            <li>
              <b>{{ one.time }}</b>{{ one.room }} · {{ one.title }}<small>{{ one.who }}</small>
            </li>
          }
        </ul>
      }
    </div>`,
  styleUrl: './week-overview.scss',
})
export class WeekOverview {
  protected readonly texts = inject(Texts);
  protected readonly words = inject(SeasonWords);
  protected readonly capital = capital;
  readonly plan = input.required<SeasonPlan>();
  readonly wishes = input.required<readonly SeasonWish[]>();
  readonly roomIds = input.required<readonly string[]>();
  /** Organisations of the reader: their places stand out. */
  readonly own = input<readonly string[]>([]);

  private readonly given = computed(() =>
    this.plan()
      .results.flatMap(({ slot, wishId }) => {
        const wish = this.wishes().find(({ id }) => id === wishId);
        if (!slot || !wish) return [];
        const { title, organisation: who, organisationId } = wish;
        return [
          {
            id: wishId,
            slot,
            time: this.words.times(slot),
            room: this.words.room(slot.roomId),
            title,
            who,
            isOwn: this.own().includes(organisationId),
          },
        ];
      })
      .sort((a, b) => a.slot.start.localeCompare(b.slot.start) || a.room.localeCompare(b.room)),
  );
  protected readonly rooms = computed(() =>
    this.words.inOrder(this.roomIds()).map((id) => ({
      ...{ id, name: this.words.room(id) },
      days: this.words.weekdays.map((weekday) => this.given().filter(({ slot }) => slot.roomId === id && slot.weekday === weekday)),
    })),
  );
  protected readonly days = computed(() =>
    this.words.weekdays
      .map((weekday) => ({ weekday, given: this.given().filter(({ slot }) => slot.weekday === weekday) }))
      .filter(({ given }) => given.length),
  );
}
