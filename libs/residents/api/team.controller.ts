import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Team, TeamEdit } from '@bota/people/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { TeamService } from './team.service';

@ApiTags('residents')
@Controller('api/spaces/:space/team')
export class TeamController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly team: TeamService,
  ) {}

  @Get()
  @Allow('team:read')
  @Answers('Who has a role in the house (coordinators)', { schema: Team }, 'not-signed-in', 'not-allowed', 'not-found')
  async list(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<Team> {
    return this.team.list(person, await this.spaces.find(ref));
  }

  @Put(':person')
  @HttpCode(204)
  @Allow('team:manage')
  @Answers(
    'Give a person of the house exactly these roles',
    { status: 204 },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'team/last-coordinator',
  )
  async edit(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('person', { schema: Id }) member: string,
    @Body({ schema: TeamEdit }) { roles }: TeamEdit,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.team.edit(person, await this.spaces.find(ref), member, roles, requestId);
  }
}
