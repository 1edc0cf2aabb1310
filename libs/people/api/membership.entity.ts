import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactAudience } from '@bota/people/domain';

@Entity('membership')
export class MembershipEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') role!: 'member' | 'admin';
  @Column('text', { name: 'contact_for', nullable: true }) contactFor!: ContactAudience | null;
  @Column('text', { name: 'contact_role' }) contactRole!: string;
  @Column('text') phone!: string;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
