import type { EntityManager } from 'typeorm';
import { type Guest, writeInvitation } from '@bota/booking/api';

/** Whom some series invite, by their title: named by role, nobody in particular. */
const GUESTS: Record<string, Guest[]> = {
  'Cercle de lecture d’un budget': [
    { email: 'tresorerie@quartier.example', name: 'Trésorerie du comité de quartier', answer: 'accepted', note: 'J’apporte nos comptes.' },
    { email: 'mediation@dettes.example', name: 'Médiation de dettes', answer: 'declined', note: 'Pas avant le mois prochain.' },
    { email: 'formation@epargne.example', name: 'Formation à l’épargne' },
  ],
  'Conseil de maison': [
    { email: 'pilotage@bota75.example', answer: 'accepted' },
    { email: 'participation@commune.example', name: 'Participation citoyenne, commune' },
  ],
  Huurdersvergadering: [
    { email: 'huurders@wijk.example', name: 'Huurdersgroep van de wijk', answer: 'accepted' },
    { email: 'wonen@gemeente.example', name: 'Dienst wonen, gemeente' },
  ],
};

export async function inviteGuests(tx: EntityManager, spaceId: string, now: Date): Promise<void> {
  const found = await tx.query<{ id: string; title: string }[]>('SELECT id, title FROM booking WHERE space_id = $1 AND title = ANY($2)', [
    spaceId,
    Object.keys(GUESTS),
  ]);
  for (const { id, title } of found) await writeInvitation(tx, { spaceId, id, guests: GUESTS[title] ?? [], now });
}
