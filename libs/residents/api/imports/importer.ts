import type { EntityManager } from 'typeorm';
import type { ImportConfirmation, ImportField, SheetRow, Verdict } from '@bota/residents/domain';
import type { SignedIn } from '@bota/shared/domain';
import type { SpaceEntity } from '@bota/spaces/api';

export type Queryable = Pick<EntityManager, 'query'>;
export type Importing = { person: SignedIn; space: SpaceEntity; requestId: string; now: Date; invite: ImportConfirmation['invite'] };
export type Letters = { invited: number; held: number };

/** What one kind of sheet asks of the house, and how it is written. */
export type Importer<Plan> = {
  judge(db: Queryable, space: SpaceEntity, rows: readonly SheetRow[], fields: readonly (ImportField | null)[]): Promise<Verdict<Plan>[]>;
  write(tx: EntityManager, plans: readonly Plan[], by: Importing): Promise<Letters>;
};
