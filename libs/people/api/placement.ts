import { Inject, Injectable, Optional } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** A house, with the zone its days are in. */
type Home = { id: string; slug: string; zone: string };
type Queryable = Pick<EntityManager, 'query'>;
/**
 * The spaces an organisation is or will be resident of; if none, those it lived in last (`isOver`), which go on answering for it.
 * People do not know residencies: who does answers here.
 */
export type WhereResident = (organisationId: string, db?: Queryable) => Promise<(Home & { isOver: boolean })[]>;
/** Whether another resident of the houses an organisation belongs to has this name already. */
export type HasNamesake = (organisationId: string, name: string, db: Queryable) => Promise<boolean>;
export const HAS_NAMESAKE = Symbol('has namesake');
export type Placed = { organisationId: string; spaceIds: string[]; isResident: boolean; home?: Home };
export const WHERE_RESIDENT = Symbol('where resident');

@Injectable()
export class Placement {
  constructor(
    @Optional() @Inject(WHERE_RESIDENT) private readonly whereResident: WhereResident = async () => [],
    @Optional() @Inject(HAS_NAMESAKE) readonly hasNamesake: HasNamesake = async () => false,
  ) {}

  /** The organisation as a subject of the policy; `home` is the space in whose web pages it is shown. */
  async of(organisationId: string, db?: Queryable): Promise<Placed> {
    const spaces = await this.whereResident(organisationId, db);
    return { organisationId, spaceIds: spaces.map(({ id }) => id), isResident: spaces.some(({ isOver }) => !isOver), home: spaces[0] };
  }
}
