import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LocalizedText } from '@bota/shared/domain';
import type { Feature, Layout, Outline, RoomRules } from '@bota/spaces/domain';

@Entity('room')
export class RoomEntity {
  @PrimaryColumn('uuid', { name: 'space_id' }) spaceId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('uuid', { name: 'floor_id', nullable: true }) floorId!: string | null;
  @Column('integer') position!: number;
  @Column('boolean') bookable!: boolean;
  @Column('integer', { nullable: true }) capacity!: number | null;
  @Column('integer', { nullable: true }) desks!: number | null;
  @Column('real', { name: 'area_m2', nullable: true }) areaM2!: number | null;
  @Column('text', { array: true }) features!: Feature[];
  @Column('text') layout!: Layout;
  @Column('jsonb') description!: LocalizedText;
  @Column('jsonb') rules!: RoomRules;
  /** Since when its rule of checking in stands; null while it has none. */
  @Column('timestamptz', { name: 'check_in_since', nullable: true }) checkInSince!: Date | null;
  @Column('jsonb', { nullable: true }) outline!: Outline | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
}
