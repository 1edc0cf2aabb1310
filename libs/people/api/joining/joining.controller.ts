import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { JoinDecision, type JoinRequest, JoinRequestList, JoinWish } from '@bota/people/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn } from '@bota/shared/domain';
import { JoiningService } from './joining.service';

@ApiTags('people')
@Controller('api/organisations/:organisation/join-requests')
export class JoiningController {
  constructor(private readonly joining: JoiningService) {}

  @Get()
  @Allow('members:manage')
  @Answers('Who asks to join and waits for an answer', { schema: JoinRequestList }, 'not-signed-in', 'not-allowed', 'not-found')
  list(@CurrentPerson() person: SignedIn, @Param('organisation', { schema: Id }) organisation: string): Promise<{ items: JoinRequest[] }> {
    return this.joining.list(person, organisation);
  }

  @Post()
  @HttpCode(204)
  @Allow('membership:ask')
  @Answers(
    'Ask to join an organisation',
    { status: 204 },
    'not-signed-in',
    'not-found',
    'membership/already',
    'organisation/archived',
    'join/already-asked',
    'too-many-attempts',
  )
  ask(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisation: string,
    @Body({ schema: JoinWish }) { message }: JoinWish,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.joining.ask(person, organisation, message, requestId);
  }

  @Post(':id/decision')
  @HttpCode(204)
  @Allow('members:manage')
  @Answers('Approve or decline a request', { status: 204 }, 'not-signed-in', 'not-allowed', 'not-found', 'join/decided')
  decide(
    @CurrentPerson() person: SignedIn,
    @Param('organisation', { schema: Id }) organisation: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: JoinDecision }) { approve }: JoinDecision,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.joining.decide(person, organisation, id, approve, requestId);
  }
}
