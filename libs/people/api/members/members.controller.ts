import { Body, Controller, Delete, Get, HttpCode, Param, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MemberEdit, MemberList } from '@bota/people/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn } from '@bota/shared/domain';
import { MembersService } from './members.service';

@ApiTags('people')
@Controller('api/organisations/:organisation/members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  @Allow('members:read')
  @Answers('The members of an organisation', { schema: MemberList }, 'not-signed-in', 'not-allowed', 'not-found')
  list(@CurrentPerson() person: SignedIn, @Param('organisation', { schema: Id }) organisation: string): Promise<MemberList> {
    return this.members.list(person, organisation);
  }

  @Patch(':person')
  @HttpCode(204)
  @Allow('members:manage')
  @Answers('Give a member another role', { status: 204 }, 'not-signed-in', 'not-allowed', 'not-found', 'membership/last-admin')
  edit(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisation: string,
    @Param('person', { schema: Id }) member: string,
    @Body({ schema: MemberEdit }) edit: MemberEdit,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.members.edit(person, organisation, member, edit, requestId);
  }

  @Delete(':person')
  @HttpCode(204)
  @Allow('membership:leave')
  @Answers(
    'End a membership: one’s own, or by who manages',
    { status: 204 },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'membership/last-admin',
  )
  end(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisation: string,
    @Param('person', { schema: Id }) member: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.members.end(person, organisation, member, requestId);
  }
}
