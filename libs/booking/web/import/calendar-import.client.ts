import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { CalendarImportReport, type ImportConfirmed, type ImportWish } from '@bota/booking/domain';
import { SpaceStore } from '@bota/spaces/web';

/** Sends a calendar once; afterwards it is named by its id. */
@Injectable({ providedIn: 'root' })
export class CalendarImportClient {
  private readonly http = inject(HttpClient);
  private readonly space = inject(SpaceStore);

  receive(file: Blob, name: string): Promise<CalendarImportReport> {
    return this.send(`?name=${encodeURIComponent(name.slice(0, 200))}`, new Blob([file], { type: 'text/calendar' }));
  }

  receiveFrom(url: string): Promise<CalendarImportReport> {
    return this.send('/from-address', { url });
  }

  preview(id: string, wish: ImportWish): Promise<CalendarImportReport> {
    return this.send(`/${id}/preview`, wish);
  }

  confirm(id: string, wish: ImportConfirmed): Promise<CalendarImportReport> {
    return this.send(`/${id}/confirmation`, wish);
  }

  private async send(path: string, body: unknown): Promise<CalendarImportReport> {
    const url = `/api/spaces/${this.space.ref()}/calendar-imports${path}`;
    return CalendarImportReport.parse(await firstValueFrom(this.http.post(url, body)));
  }
}
