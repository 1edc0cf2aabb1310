import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonalData } from '@bota/shared/api';

/** What somebody is invited to, by the address of their account, and what they answered; erased, they are invited to nothing. */
@Injectable()
export class ParticipantPersonalData implements OnModuleInit {
  constructor(private readonly personalData: PersonalData) {}

  onModuleInit(): void {
    this.personalData.declare({
      name: 'invitationsToBookings',
      isByAddress: true,
      read: (tx, personId) => tx.query(INVITATIONS, [personId]),
      erase: async (tx, personId) => void (await tx.query(ERASE, [personId])),
    });
  }
}

const INVITATIONS = `
  SELECT s.name AS space, g.name AS organisation, b.title, i.name, i.told_at AS "toldAt", r.answer, r.note, r.answered_at AS "answeredAt"
  FROM person p JOIN booking_participant i ON i.email = p.email JOIN space s ON s.id = i.space_id
    JOIN booking b ON b.space_id = i.space_id AND b.id = i.booking_id JOIN organisation g ON g.id = b.organisation_id
    LEFT JOIN booking_reply r ON r.space_id = i.space_id AND r.participant_id = i.id AND r.superseded_at IS NULL
  WHERE p.id = $1 ORDER BY i.told_at`;

const ERASE = 'DELETE FROM booking_participant i USING person p WHERE p.id = $1 AND i.email = p.email';
