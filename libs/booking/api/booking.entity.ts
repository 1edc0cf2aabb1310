import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { BookingStatus, Flag, KeptStatus, Visibility } from '@bota/booking/domain';
import type { Reason, ReasonCode } from '@bota/shared/domain';
import type { Layout } from '@bota/spaces/domain';

/** What it was last decided to be; a booking that was cancelled keeps it. */
export type Stage = Exclude<BookingStatus, 'cancelled'>;

@Entity('booking')
export class BookingEntity {
  @PrimaryColumn('uuid', { name: 'space_id' }) spaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') uid!: string;
  @Column('integer') version!: number;
  @Column('text') title!: string;
  @Column('text') description!: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId!: string;
  @Column('uuid', { name: 'booked_by' }) bookedBy!: string;
  @Column('text') visibility!: Visibility;
  @Column('integer', { nullable: true }) attendees!: number | null;
  @Column('text', { nullable: true }) layout!: Layout | null;
  @Column('smallint', { name: 'set_up_minutes' }) setUpMinutes!: number;
  @Column('smallint', { name: 'tear_down_minutes' }) tearDownMinutes!: number;
  /** Codes of the rules a coordinator set aside for one of its dates or more. */
  @Column('text', { array: true }) overridden!: ReasonCode[];
  @Column('text', { name: 'override_reason', nullable: true }) overrideReason!: string | null;
  @Column('text') stage!: Stage;
  @Column('timestamptz', { name: 'expires_at', nullable: true }) expiresAt!: Date | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt!: Date | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy!: string | null;
  @Column('timestamptz', { name: 'coordinators_told_at', nullable: true }) coordinatorsToldAt!: Date | null;
  @Column('text', { name: 'decision_note', nullable: true }) decisionNote!: string | null;
  @Column('text', { name: 'wall_start' }) wallStart!: string;
  @Column('text', { name: 'wall_end' }) wallEnd!: string;
  @Column('text') zone!: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('text', { nullable: true }) rrule!: string | null;
  @Column('text', { array: true }) exdates!: string[];
  @Column('timestamptz', { name: 'materialised_until', nullable: true }) materialisedUntil!: Date | null;
  @Column('uuid', { name: 'follows_id', nullable: true }) followsId!: string | null;
  @Column('boolean', { name: 'retry_skipped' }) retrySkipped!: boolean;
  @Column('boolean', { name: 'for_outsiders' }) forOutsiders!: boolean;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt!: Date | null;
  @Column('uuid', { name: 'cancelled_by', nullable: true }) cancelledBy!: string | null;
  @Column('text', { name: 'cancel_reason', nullable: true }) cancelReason!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'updated_at' }) updatedAt!: Date;
}

@Entity('occurrence')
export class OccurrenceEntity {
  @PrimaryColumn('uuid', { name: 'space_id' }) spaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'booking_id' }) bookingId!: string;
  @Column('text', { name: 'recurrence_id' }) recurrenceId!: string;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('text') status!: KeptStatus;
  @Column('text', { name: 'own_title', nullable: true }) ownTitle!: string | null;
  @Column('boolean', { name: 'own_time' }) ownTime!: boolean;
  @Column('boolean', { name: 'own_rooms' }) ownRooms!: boolean;
  @Column('timestamptz', { name: 'cancelled_at', nullable: true }) cancelledAt!: Date | null;
  @Column('boolean', { name: 'cancelled_late' }) cancelledLate!: boolean;
  /** Its place was given up late, for another: cancelled, it counts as used. */
  @Column('boolean', { name: 'given_up_late' }) givenUpLate!: boolean;
  /** Codes of the rules a coordinator set aside for it. */
  @Column('text', { array: true }) overridden!: ReasonCode[];
  @Column('integer', { name: 'price_cents' }) priceCents!: number;
  /** Whose it was when it took place; null: that of the booking. */
  @Column('uuid', { name: 'own_organisation_id', nullable: true }) ownOrganisationId!: string | null;
  @Column('timestamptz', { name: 'checked_in_at', nullable: true }) checkedInAt!: Date | null;
  @Column('uuid', { name: 'checked_in_by', nullable: true }) checkedInBy!: string | null;
  /** When its rooms became free because nobody had come. */
  @Column('timestamptz', { name: 'released_at', nullable: true }) releasedAt!: Date | null;
  @Column('text', { array: true }) flags!: Flag[];
  @Column('jsonb') reasons!: Reason[];
}
