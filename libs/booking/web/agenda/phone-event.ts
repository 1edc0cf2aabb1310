import { Component, computed, inject, input, output } from '@angular/core';
import type { CalendarItem } from '@bota/booking/domain';
import { Texts } from '@bota/shared/ui';
import type { AgendaQuery } from './agenda-query';
import { AgendaWords } from './agenda-words';
import { EventDress } from './event-dress';

/** What is booked, as one line to press; with its rooms where it does not stand under one. */
@Component({
  selector: 'b75-phone-event',
  template: `<button type="button" class="ev" [class]="look()" [attr.data-occurrence]="item().occurrenceId" (click)="opened.emit(item())">
    <span class="vh">{{ words.label(item()) }}</span>
    <b aria-hidden="true">{{ item().title ?? texts.t('booking.occupied') }}</b><span aria-hidden="true">{{ details() }}</span>
  </button>`,
  styles: `
    :host {
      display: contents;
    }
    .ev {
      width: 100%;
      min-height: 44px;
      padding-block: 7px;
      margin-top: 6px;
      border: 0;
      text-align: start;
      cursor: pointer;
      span,
      b {
        white-space: normal;
      }
    }
  `,
})
export class PhoneEvent {
  private readonly dress = inject(EventDress);
  protected readonly words = inject(AgendaWords);
  protected readonly texts = inject(Texts);
  readonly item = input.required<CalendarItem>();
  readonly colour = input.required<AgendaQuery['colour']>();
  readonly namesRooms = input(false);
  readonly opened = output<CalendarItem>();

  protected readonly look = computed(
    () => `${this.dress.look(this.item(), this.colour())}${this.item().status === 'requested' ? ' pending' : ''}`,
  );
  protected readonly details = computed(() => {
    const item = this.item();
    const who = item.title === undefined ? this.texts.t('booking.private') : this.words.organisation(item);
    const rooms = this.namesRooms() ? this.words.rooms(item.roomIds) : '';
    return [this.words.time(item), rooms, who, this.dress.words(item, this.colour())].filter(Boolean).join(' · ');
  });
}
