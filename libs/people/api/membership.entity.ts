import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('membership')
export class MembershipEntity {
  @PrimaryColumn('uuid', { name: 'organisation_id' }) organisationId!: string;
  @PrimaryColumn('uuid', { name: 'person_id' }) personId!: string;
  @Column('text') role!: 'member' | 'admin';
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
}
