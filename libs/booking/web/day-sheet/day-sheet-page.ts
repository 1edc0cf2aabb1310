import { Component, computed, inject, input } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { filter, switchMap } from 'rxjs';
import { coversDay, type DayEnd, type DayEntry, DaySheet } from '@bota/booking/domain';
import { resourceFor } from '@bota/people/web';
import { addDays, dateOf, inLanguage, LocalDate } from '@bota/shared/domain';
import { capital, DayField, Empty, Failure, FIELDS, Formats, provideDays, SectionHeader, Skeleton, Status, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { Live, touches } from '../live';
import { minutely } from '../rooms/minutely';

/** What a day needs, for who keeps the house: who opens, each room in order, who closes. The date stands in the address. */
@Component({
  selector: 'b75-day-sheet',
  imports: [DayField, Empty, Failure, MatButton, MatIcon, MatIconButton, RouterLink, SectionHeader, Skeleton, Status],
  providers: [FIELDS, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './day-sheet-page.html',
  styleUrl: './day-sheet-page.scss',
})
export class DaySheetPage {
  protected readonly texts = inject(Texts);
  protected readonly formats = inject(Formats);
  protected readonly space = inject(SpaceStore);
  private readonly router = inject(Router);
  private readonly now = minutely();
  /** Of the house; today when left out or no date. */
  readonly date = input<string>();

  protected readonly day = computed(() => {
    const asked = this.date();
    return LocalDate.safeParse(asked).success ? (asked as string) : dateOf(this.now(), this.space.zone());
  });
  protected readonly heading = computed(() => capital(this.formats.date(this.day(), 'full')));
  protected readonly around = computed(() => ({ before: addDays(this.day(), -1), after: addDays(this.day(), 1) }));
  private readonly path = computed(() => `/api/spaces/${this.space.ref()}/day-sheets/${this.day()}`);
  protected readonly resource = resourceFor(
    () => this.path(),
    (answer) => DaySheet.parse(answer),
  );
  protected readonly sheet = computed(() => (this.resource.hasValue() ? this.resource.value() : undefined));
  protected readonly pdf = computed(() => `${this.path()}/pdf?language=${this.texts.language()}`);
  protected readonly ends = computed(() => {
    const sheet = this.sheet();
    const ends = sheet
      ? ([
          ['opens', sheet.opens],
          ['closes', sheet.closes],
        ] as const)
      : [];
    return ends.flatMap(([which, end]) => (end ? [{ which, at: this.moment(end.at), who: this.who(end) }] : []));
  });
  protected readonly closures = computed(() =>
    (this.sheet()?.closures ?? []).map(({ room, start, end, reason }) => {
      const what = room ?? this.texts.t('daysheet.house');
      const why = inLanguage(reason, this.texts.language());
      return this.texts.t(why ? 'daysheet.closedFor' : 'daysheet.closed', {
        what,
        when: coversDay({ start, end }, this.day(), this.space.zone()) ? this.texts.t('daysheet.allDay') : this.when({ start, end }),
        why,
      });
    }),
  );

  constructor() {
    const live = inject(Live);
    toObservable(this.space.ref)
      .pipe(
        filter(Boolean),
        switchMap((space) => live.of(space)),
        filter((news) => touches(news, { from: this.day(), to: addDays(this.day(), 1) }, this.space.zone())),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.resource.reload());
  }

  protected go(date: string | null): void {
    if (date) void this.router.navigate([], { queryParams: { date } });
  }

  protected print(): void {
    window.print();
  }

  protected time = (instant: string): string => this.formats.time(instant, this.space.zone());
  /** With its day when that is another. */
  protected moment(instant: string): string {
    const at = new Date(instant);
    const isToday = dateOf(at, this.space.zone()) === this.day();
    return isToday ? this.time(instant) : `${this.formats.day(at, this.space.zone(), 'short')}, ${this.time(instant)}`;
  }

  /** What began before the day of the sheet says when. */
  protected when({ start, end }: Pick<DayEntry, 'start' | 'end'>): string {
    const isToday = dateOf(new Date(start), this.space.zone()) === this.day();
    return isToday ? this.formats.timeRange(start, end, this.space.zone()) : `${this.moment(start)} – ${this.moment(end)}`;
  }

  protected name = ({ name }: DayEntry['contact']): string => name || this.texts.t('ui.formerMember');

  /** `à installer : en cercle (avant : autour d’une table)`, and from when until when the room is prepared. */
  protected roomLines({ layout, layoutBefore, setUpMinutes, takenFrom, tearDownMinutes, takenUntil }: DayEntry): string[] {
    const said = (one: DayEntry['layout']) => this.texts.t(`spaces.layout.${one}`);
    return [
      layoutBefore ? this.texts.t('daysheet.change', { from: said(layoutBefore), to: said(layout) }) : said(layout),
      ...(setUpMinutes ? [this.texts.t('daysheet.setUp', { time: this.moment(takenFrom) })] : []),
      ...(tearDownMinutes ? [this.texts.t('daysheet.tearDown', { time: this.moment(takenUntil) })] : []),
    ];
  }

  /** `Matériel : écran et sonorisation`. */
  protected equipment(features: DaySheet['rooms'][number]['equipment']): string {
    const things = features.map((feature) => this.texts.t(`spaces.feature.${feature}`).toLocaleLowerCase());
    return things.length ? this.texts.t('daysheet.equipment', { things: this.formats.list(things) }) : '';
  }

  protected keys = (keys: readonly string[]): string =>
    keys.length ? this.texts.t('daysheet.keys', { keys: this.formats.list(keys) }) : '';

  private who({ entries }: DayEnd): string[] {
    return entries.map(({ organisation, contact, keys }) =>
      [`${organisation} (${this.name(contact)})`, this.keys(keys) || this.texts.t('daysheet.noKey')].join(', '),
    );
  }
}
