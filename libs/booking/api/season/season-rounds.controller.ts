import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { SeasonRound, SeasonRoundDraft, SeasonRoundEdit, SeasonRoundList } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, Header, IfMatch, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { SeasonRoundsService } from './season-rounds.service';

@ApiTags('season')
@Controller('api/spaces/:space/season-rounds')
export class SeasonRoundsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly rounds: SeasonRoundsService,
  ) {}

  @Get()
  @Allow('season:read')
  @Answers(
    'The seasonal rounds of the house, the latest season first',
    { schema: SeasonRoundList },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async list(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<SeasonRoundList> {
    return this.rounds.list({ person, space: await this.spaces.find(ref) });
  }

  @Post()
  @Allow('season:run')
  @Answers(
    'Prepare a seasonal round (coordinators)',
    { status: 201, schema: SeasonRound },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/dates-out-of-order',
    'season/unknown-room',
  )
  async create(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: SeasonRoundDraft }) body: SeasonRoundDraft,
    @RequestId() requestId: string,
  ): Promise<SeasonRound> {
    return this.rounds.create({ person, space: await this.spaces.find(ref), requestId }, body);
  }

  @Get(':id')
  @Allow('season:read')
  @Answers('A seasonal round, and what the reader may do in it', { schema: SeasonRound }, 'not-signed-in', 'not-allowed', 'not-found')
  async one(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<SeasonRound> {
    return this.rounds.one({ person, space: await this.spaces.find(ref) }, id);
  }

  @Patch(':id')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the edit is based on, as in "3"' })
  @Allow('season:run')
  @Answers(
    'Change a round: rooms and days while it is prepared, last days later too (coordinators)',
    { schema: SeasonRound },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'stale-version',
    'season/closed',
    'season/not-preparing',
    'season/not-published',
    'season/wishes-over',
    'season/dates-out-of-order',
    'season/unknown-room',
  )
  async edit(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SeasonRoundEdit }) body: SeasonRoundEdit,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<SeasonRound> {
    return this.rounds.edit({ person, space: await this.spaces.find(ref), requestId }, id, body, version);
  }

  @Post(':id/opening')
  @HttpCode(200)
  @Allow('season:run')
  @Answers(
    'Open a round for wishes (coordinators)',
    { schema: SeasonRound },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/not-preparing',
    'season/wishes-over',
  )
  async open(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<SeasonRound> {
    return this.rounds.open({ person, space: await this.spaces.find(ref), requestId }, id);
  }

  @Post(':id/closing')
  @HttpCode(200)
  @Allow('season:run')
  @Answers(
    'Close a round, whatever its state; bookings made of it stay (coordinators)',
    { schema: SeasonRound },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'season/closed',
  )
  async close(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<SeasonRound> {
    return this.rounds.close({ person, space: await this.spaces.find(ref), requestId }, id);
  }
}
