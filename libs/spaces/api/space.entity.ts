import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language, LocalizedText } from '@bota/shared/domain';
import type { WeekHours } from '@bota/spaces/domain';

@Entity('space')
export class SpaceEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') address!: string;
  @Column('text') zone!: string;
  @Column('text', { array: true }) languages!: Language[];
  @Column('text', { nullable: true }) colour!: string | null;
  @Column('uuid', { name: 'logo_id', nullable: true }) logoId!: string | null;
  @Column('jsonb', { nullable: true }) hours!: WeekHours;
  @Column('boolean', { name: 'neighbours_may_ask' }) neighboursMayAsk!: boolean;
  @Column('integer') version!: number;
  @Column('integer', { name: 'horizon_days' }) horizonDays!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('house_role')
export class HouseRoleEntity {
  @PrimaryColumn('uuid', { name: 'space_id' }) spaceId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @PrimaryColumn('text') role!: 'coordinator' | 'steering' | 'researcher';
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}

@Entity('floor')
export class FloorEntity {
  @PrimaryColumn('uuid', { name: 'space_id' }) spaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('integer') level!: number;
  @Column('jsonb') name!: LocalizedText;
  @Column('uuid', { name: 'plan_id', nullable: true }) planId!: string | null;
  @Column('real') width!: number;
  @Column('real') height!: number;
}

@Entity('closure')
export class ClosureEntity {
  @PrimaryColumn('uuid', { name: 'space_id' }) spaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid', { name: 'room_id', nullable: true }) roomId!: string | null;
  @Column('timestamptz', { name: 'starts_at' }) startsAt!: Date;
  @Column('timestamptz', { name: 'ends_at' }) endsAt!: Date;
  @Column('jsonb') reason!: LocalizedText;
}
