import { effect, inject, Injectable } from '@angular/core';
import { MatDatepickerIntl } from '@angular/material/datepicker';
import { Texts } from './texts';

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
    this.calendarLabel = t('ui.picker.calendar');
    this.openCalendarLabel = t('ui.picker.open');
    this.closeCalendarLabel = t('ui.picker.close');
    this.prevMonthLabel = t('ui.picker.previousMonth');
    this.nextMonthLabel = t('ui.picker.nextMonth');
    this.prevYearLabel = t('ui.picker.previousYear');
    this.nextYearLabel = t('ui.picker.nextYear');
    this.prevMultiYearLabel = t('ui.picker.previousYears');
    this.nextMultiYearLabel = t('ui.picker.nextYears');
    this.switchToMonthViewLabel = t('ui.picker.chooseDay');
    this.switchToMultiYearViewLabel = t('ui.picker.chooseMonth');
    this.changes.next();
  }
}
