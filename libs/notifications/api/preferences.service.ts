import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { NotificationPreferences, PreferencesEdit } from '@bota/notifications/domain';
import { Clock, record } from '@bota/shared/api';
import {
  NOTIFICATION_FAMILIES,
  type LetterFamily,
  type NotificationFamily,
  type SignedIn,
  wayOf,
  waysOf,
  withoutLetters,
} from '@bota/shared/domain';

type Kept = { ways: Parameters<typeof wayOf>[1] } & Pick<NotificationPreferences, 'reminder' | 'digest'>;
const USUAL: Kept = { ways: {}, reminder: 'day-before', digest: 'daily' };

/** How a person chooses to hear of each family, in all houses alike. */
@Injectable()
export class PreferencesService {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  async read(person: SignedIn): Promise<NotificationPreferences> {
    const [row] = await this.db.query<Kept[]>(READ, [person.personId]);
    const { ways, reminder, digest } = row ?? USUAL;
    const families = NOTIFICATION_FAMILIES.filter((family) => concerns(family, person));
    return {
      families: families.map((family) => ({ family, way: wayOf(family, ways), ways: [...waysOf(family)] })),
      ...{ reminder, digest },
    };
  }

  async edit(person: SignedIn, edit: PreferencesEdit, requestId: string): Promise<NotificationPreferences> {
    await this.db.transaction((tx) => this.write(tx, person.personId, edit, requestId));
    return this.read(person);
  }

  /** The letters of one family end, or those of all that a digest gathers; what the application tells one still hears there. An account that is gone has nothing to end. */
  async unsubscribe(personId: string, family: LetterFamily, requestId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      const found = await tx.query<unknown[]>('SELECT FROM person WHERE id = $1 AND erased_at IS NULL', [personId]);
      if (found.length === 0) return;
      const ended = family === 'digest' ? await this.gathered(tx, personId) : [family];
      const ways = Object.fromEntries(ended.map((one) => [one, withoutLetters(one)]));
      await this.write(tx, personId, { ways }, requestId);
    });
  }

  private async gathered(tx: EntityManager, personId: string): Promise<NotificationFamily[]> {
    const [row] = await tx.query<Kept[]>(READ, [personId]);
    return NOTIFICATION_FAMILIES.filter((family) => wayOf(family, row?.ways ?? {}) === 'digest');
  }

  private async write(
    tx: EntityManager,
    personId: string,
    { ways = {}, reminder, digest }: PreferencesEdit,
    requestId: string,
  ): Promise<void> {
    await tx.query(WRITE, [personId, JSON.stringify(ways), reminder ?? null, digest ?? null, this.clock.now()]);
    await record(tx, { kind: 'person.edited', entityId: personId, personId, requestId, after: { changed: ['notifications'] } });
  }
}

/** An organisation without an admin is seen to by the coordination. */
function concerns(family: NotificationFamily, { houseRoles, memberships }: SignedIn): boolean {
  const coordinates = houseRoles.some(({ role }) => role === 'coordinator');
  if (family === 'organisation') return coordinates || memberships.some(({ role }) => role === 'admin');
  return family !== 'coordination' || coordinates;
}

const READ = 'SELECT ways, reminder, digest FROM notification_preferences WHERE person_id = $1';
const WRITE = `
  INSERT INTO notification_preferences AS kept (person_id, ways, reminder, digest, changed_at)
  VALUES ($1, $2::jsonb, coalesce($3, '${USUAL.reminder}'), coalesce($4, '${USUAL.digest}'), $5)
  ON CONFLICT (person_id) DO UPDATE SET ways = kept.ways || $2::jsonb, reminder = coalesce($3, kept.reminder), digest = coalesce($4, kept.digest),
    changed_at = $5`;
