import type { EntityManager } from 'typeorm';
import { newId } from '@bota/shared/api';
import type { Language } from '@bota/shared/domain';
import { PersonEntity } from '../person.entity';

type NewAccount = { email: string; displayName: string; language: Language; passwordHash: string | null };

/** Opens an account for an address that has none. */
export async function openAccount(tx: EntityManager, account: NewAccount, createdAt: Date): Promise<string> {
  const id = newId();
  await tx.insert(PersonEntity, { id, ...account, createdAt });
  return id;
}
