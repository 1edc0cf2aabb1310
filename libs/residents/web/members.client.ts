import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, type Observable } from 'rxjs';
import type * as z from 'zod';
import { type InvitationDraft, InvitationList, JoinRequestList, type MemberRole, MemberList } from '@bota/people/domain';
import { resourceFor } from '@bota/people/web';

const at = (organisation: string, rest: string) => `/api/organisations/${organisation}/${rest}`;

/** Members of an organisation, their invitations and requests: writes; the reads are resources below. */
@Injectable({ providedIn: 'root' })
export class Members {
  private readonly http = inject(HttpClient);

  all = async (organisation: string): Promise<MemberList> =>
    MemberList.parse(await firstValueFrom(this.http.get(at(organisation, 'members'))));
  giveRole = (organisation: string, person: string, role: MemberRole) =>
    done(this.http.patch(at(organisation, `members/${person}`), { role }));
  end = (organisation: string, person: string) => done(this.http.delete(at(organisation, `members/${person}`)));
  invite = (organisation: string, draft: z.input<typeof InvitationDraft>) => done(this.http.post(at(organisation, 'invitations'), draft));
  withdraw = (organisation: string, invitation: string) => done(this.http.delete(at(organisation, `invitations/${invitation}`)));
  ask = (organisation: string, message: string) => done(this.http.post(at(organisation, 'join-requests'), { message }));
  decide = (organisation: string, request: string, approve: boolean) =>
    done(this.http.post(at(organisation, `join-requests/${request}/decision`), { approve }));
}

const done = async (request: Observable<unknown>): Promise<void> => void (await firstValueFrom(request));

type Asked = () => string | undefined;
const of = (organisation: Asked, rest: string) => () => {
  const id = organisation();
  return id && at(id, rest);
};

export const membersResource = (organisation: Asked) => resourceFor(of(organisation, 'members'), (answer) => MemberList.parse(answer));
export const invitationsResource = (organisation: Asked) =>
  resourceFor(of(organisation, 'invitations'), (answer) => InvitationList.parse(answer));
export const requestsResource = (organisation: Asked) =>
  resourceFor(of(organisation, 'join-requests'), (answer) => JoinRequestList.parse(answer));
