import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { ContactEdit } from '@bota/people/domain';
import { record, refuse } from '@bota/shared/api';
import { type SignedIn, can } from '@bota/shared/domain';
import { MembershipEntity } from '../membership.entity';

@Injectable()
export class ContactsService {
  constructor(private readonly db: DataSource) {}

  /** A member says to whom they are shown as contact, and how; to nobody, and role and telephone are gone too. */
  async edit(person: SignedIn, organisationId: string, memberId: string, edit: ContactEdit, requestId: string): Promise<void> {
    if (!can(person, 'contact:edit', { personId: memberId })) refuse('not-allowed');
    const { audience, role, phone } = edit;
    const shown = audience === null ? { contactRole: '', phone: '' } : { contactRole: role, phone };
    await this.db.transaction(async (tx) => {
      const key = { organisationId, personId: memberId };
      const before = await tx.findOne(MembershipEntity, { where: key, lock: { mode: 'pessimistic_write' } });
      if (!before) return refuse('not-found');
      await tx.update(MembershipEntity, key, { contactFor: audience, ...shown });
      // To whom, not what: a log entry cannot be erased.
      const change = { before: { audience: before.contactFor }, after: { audience } };
      await record(tx, { kind: 'contact.edited', entityId: memberId, personId: memberId, organisationId, requestId, ...change });
    });
  }
}
