import { createHash, randomBytes } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { MembershipEntity, OrganisationEntity, PersonEntity } from '@bota/people/api';
import { openResidency } from '@bota/residents/api';
import { newId } from '@bota/shared/api';
import { HttpClient } from '@bota/shared/testing';

/** Where fixtures write, which server their clients ask, and when people signed in. */
export type Ground = { db: DataSource; url: string; now: Date };
export type Someone = HttpClient & { id: string; email: string; cookie: string };

/** A person with an open session, in their browser. */
export async function person({ db, url, now }: Ground, displayName: string, passwordHash: string | null = null): Promise<Someone> {
  const id = newId();
  const email = `${displayName.toLowerCase()}.${id}@example.org`;
  await db.manager.insert(PersonEntity, { id, email, displayName, language: 'fr', passwordHash, createdAt: now });
  const token = randomBytes(32).toString('base64url');
  await db.query(`INSERT INTO session (token_hash, person_id, created_at, seen_at, expires_at) VALUES ($1, $2, $3, $3, $4)`, [
    createHash('sha256').update(token).digest(),
    id,
    now,
    new Date(now.getTime() + 30 * 86_400_000),
  ]);
  return Object.assign(new HttpClient(url, { bota75: token }), { id, email, cookie: token });
}

/** An organisation, invented. */
export async function organisation({ db, now }: Ground, name: string): Promise<string> {
  const id = newId();
  const slug = `${name.toLowerCase()}-${id}`;
  await db.manager.insert(OrganisationEntity, { id, slug, name, initials: name.slice(0, 2), hue: 3, pattern: 2, createdAt: now });
  return id;
}

export async function join({ db, now }: Ground, organisationId: string, someone: Someone, role: 'member' | 'admin'): Promise<void> {
  await db.manager.insert(MembershipEntity, { organisationId, personId: someone.id, role, createdAt: now });
}

export const resides = (
  { db }: Ground,
  residency: { spaceId: string; organisationId: string; by: string; from?: string; to?: string },
): Promise<string> => db.transaction((tx) => openResidency(tx, { from: '2020-01-01', to: null, ...residency }));
