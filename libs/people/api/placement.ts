import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Placed } from '@bota/people/domain';

/** The spaces an organisation is resident of today. People do not know residencies: who does answers here. */
export type WhereResident = (organisationId: string) => Promise<{ id: string; slug: string }[]>;
export const WHERE_RESIDENT = Symbol('where resident');

@Injectable()
export class Placement {
  constructor(@Optional() @Inject(WHERE_RESIDENT) private readonly whereResident: WhereResident = async () => []) {}

  /** `home` is the space in whose web pages the organisation is shown. */
  async of(organisationId: string): Promise<Placed & { home?: { id: string; slug: string } }> {
    const spaces = await this.whereResident(organisationId);
    return { id: organisationId, spaceIds: spaces.map(({ id }) => id), home: spaces[0] };
  }
}
