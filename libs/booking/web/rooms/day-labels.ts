import { effect, inject, Injectable } from '@angular/core';
import { MatDatepickerIntl } from '@angular/material/datepicker';
import { Texts } from '@bota/shared/ui';

/** What the buttons of a calendar say to screen readers, in the reader's language. */
@Injectable()
export class DayLabels extends MatDatepickerIntl {
  private readonly texts = inject(Texts);

  constructor() {
    super();
    effect(() => this.translate());
  }

  private translate(): void {
    const { t } = this.texts;
    this.calendarLabel = t('rooms.picker.calendar');
    this.openCalendarLabel = t('rooms.picker.open');
    this.closeCalendarLabel = t('rooms.picker.close');
    this.prevMonthLabel = t('rooms.picker.previousMonth');
    this.nextMonthLabel = t('rooms.picker.nextMonth');
    this.prevYearLabel = t('rooms.picker.previousYear');
    this.nextYearLabel = t('rooms.picker.nextYear');
    this.prevMultiYearLabel = t('rooms.picker.previousYears');
    this.nextMultiYearLabel = t('rooms.picker.nextYears');
    this.switchToMonthViewLabel = t('rooms.picker.chooseDay');
    this.switchToMultiYearViewLabel = t('rooms.picker.chooseMonth');
    this.changes.next();
  }
}
