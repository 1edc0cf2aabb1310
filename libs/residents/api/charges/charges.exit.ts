import { Injectable, type OnModuleInit } from '@nestjs/common';
import { monthOf, monthsBetween, nextOpen } from '@bota/residents/domain';
import { SpacesService } from '@bota/spaces/api';
import { ExitChecklist, type Leaving } from '../exit/exit-checklist';
import { Bookkeeper } from './bookkeeper';
import type { Reading } from './priced-bookings';

/** Statements that are still drafts when an organisation leaves. */
@Injectable()
export class ChargesExit implements OnModuleInit {
  constructor(
    private readonly checklist: ExitChecklist,
    private readonly bookkeeper: Bookkeeper,
    private readonly spaces: SpacesService,
  ) {}

  onModuleInit(): void {
    this.checklist.declare({
      name: 'statements',
      count: (db, leaving) => this.drafts(db, leaving),
      link: ({ organisation }) => `residents/${organisation}#statements`,
    });
  }

  private async drafts(db: Reading, { spaceId, organisationId, today }: Leaving): Promise<number> {
    const closing = await this.bookkeeper.closing(db, await this.spaces.find(spaceId));
    const open = await this.bookkeeper.drafts(db, spaceId, monthsBetween(nextOpen(closing), monthOf(today)));
    return [...open.values()].filter(({ lines }) => lines.has(organisationId)).length;
  }
}
