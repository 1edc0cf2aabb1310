import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Language } from '@bota/shared/domain';

@Entity('person')
export class PersonEntity {
  @PrimaryColumn('uuid') id!: string;
  @Column('citext') email!: string;
  @Column('text', { name: 'display_name' }) displayName!: string;
  @Column('text') language!: Language;
  @Column('text', { name: 'password_hash', nullable: true }) passwordHash!: string | null;
  @Column('timestamptz', { name: 'created_at' }) createdAt!: Date;
  @Column('timestamptz', { name: 'erased_at', nullable: true }) erasedAt!: Date | null;
}
