import { Inject, Injectable, Optional } from '@nestjs/common';

/** The spaces an organisation is resident of today. People do not know residencies: who does answers here. */
export type WhereResident = (organisationId: string) => Promise<{ id: string; slug: string }[]>;
export type Placed = { organisationId: string; spaceIds: string[]; home?: { id: string; slug: string } };
export const WHERE_RESIDENT = Symbol('where resident');

@Injectable()
export class Placement {
  constructor(@Optional() @Inject(WHERE_RESIDENT) private readonly whereResident: WhereResident = async () => []) {}

  /** The organisation as a subject of the policy; `home` is the space in whose web pages it is shown. */
  async of(organisationId: string): Promise<Placed> {
    const spaces = await this.whereResident(organisationId);
    return { organisationId, spaceIds: spaces.map(({ id }) => id), home: spaces[0] };
  }
}
