import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { resourceFor } from '@bota/people/web';
import {
  HeldInvitationList,
  HeldLetters,
  type ImportConfirmation,
  type ImportField,
  type ImportKind,
  ImportReport,
  ImportResult,
} from '@bota/residents/domain';
import { HouseClient } from '../house.client';

/** A sheet as somebody chose it, and what its columns hold when that was said by hand. */
export type Sheet = { kind: ImportKind; bytes: Blob; columns?: readonly (ImportField | null)[] };

/** Sends the sheet itself each time: nothing of it is kept on the server. */
@Injectable({ providedIn: 'root' })
export class ImportClient {
  private readonly http = inject(HttpClient);
  private readonly house = inject(HouseClient);

  async preview(sheet: Sheet): Promise<ImportReport> {
    return ImportReport.parse(await this.send('imports/preview', sheet, {}));
  }

  async confirm(sheet: Sheet, said: Pick<ImportConfirmation, 'digest' | 'invite'>): Promise<ImportResult> {
    return ImportResult.parse(await this.send('imports', sheet, said));
  }

  async sendHeld(): Promise<HeldLetters> {
    return HeldLetters.parse(await firstValueFrom(this.http.post(this.house.at('imports/held/letters'), null)));
  }

  private send(path: string, { kind, bytes, columns }: Sheet, more: Record<string, string>): Promise<unknown> {
    const asked = { kind, ...(columns && { columns: columns.map((field) => field ?? '-').join(',') }), ...more };
    const query = Object.entries(asked).map(([name, value]) => `${name}=${value}`);
    const body = new Blob([bytes], { type: 'text/csv' });
    return firstValueFrom(this.http.post(this.house.at(`${path}?${query.join('&')}`), body));
  }
}

export const heldResource = () => {
  const house = inject(HouseClient);
  return resourceFor(
    () => house.at('imports/held'),
    (answer) => HeldInvitationList.parse(answer),
  );
};
