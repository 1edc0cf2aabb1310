import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind } from '@bota/people/domain';
import type { LocalizedText } from '@bota/shared/domain';

@Entity('organisation')
export class OrganisationEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('text') slug!: string;
  @Column('text') name!: string;
  @Column('text') initials!: string;
  @Column('text') kind!: OrganisationKind;
  @Column('text', { name: 'enterprise_number', nullable: true }) enterpriseNumber!: string | null;
  @Column('text', { nullable: true }) website!: string | null;
  @Column('smallint') hue!: number;
  @Column('smallint') pattern!: number;
  @Column('jsonb') description!: LocalizedText;
  @Column('boolean') demo!: boolean;
  @Column('timestamptz', { name: 'archived_at', nullable: true }) archivedAt!: Date | null;
  @Column('integer') version!: number;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
