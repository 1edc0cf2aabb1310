import { Component, inject, input, output } from '@angular/core';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import type { CalendarImportReport } from '@bota/booking/domain';
import { FIELDS, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** Which room each place of the other calendar is. */
@Component({
  selector: 'b75-location-map',
  imports: [MatFormFieldModule, MatInput],
  providers: [FIELDS],
  template: `@for (one of locations(); track one.location) {
    <div class="field">
      <label [for]="'location-' + $index" [class.mut]="!one.location">{{ one.location || texts.t('icalendar.noLocation') }}</label>
      <mat-form-field>
        <select
          matNativeControl
          #room
          [id]="'location-' + $index"
          [disabled]="isBusy()"
          (change)="mapped.emit({ location: one.location, roomId: room.value || null })"
        >
          <option value="" [selected]="!one.roomId">{{ texts.t('icalendar.leftOut') }}</option>
          @for (room of space.rooms(); track room.id) {
            <option [value]="room.id" [selected]="room.id === one.roomId">{{ room.name }}</option>
          }
        </select>
      </mat-form-field>
      <p class="hint">{{ texts.count('icalendar.events', one.events) }}</p>
    </div>
  }`,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(min(100%, 240px), 1fr));
      gap: 16px;
    }
    label {
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
    }
  `,
})
export class LocationMap {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  readonly locations = input.required<CalendarImportReport['locations']>();
  readonly isBusy = input(false);
  readonly mapped = output<{ location: string; roomId: string | null }>();
}
