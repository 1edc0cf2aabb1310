import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HandOut, HouseKey, KeyEnd } from '@bota/residents/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { KeyHolders } from './key-holders.service';

@ApiTags('residents')
@Controller('api/spaces/:space/keys/:id')
export class KeyHoldersController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly holders: KeyHolders,
  ) {}

  @Post('holdings')
  @Allow('key:manage')
  @Answers(
    'Hand a key out to a person or organisation of the house (coordinators)',
    { status: 201, schema: HouseKey },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'key/held',
    'key/lost',
    'key/unknown-holder',
    'key/too-early',
    'key/in-future',
  )
  async handOut(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: HandOut }) handOut: HandOut,
    @RequestId() requestId: string,
  ): Promise<HouseKey> {
    return this.holders.handOut({ person, space: await this.spaces.find(ref), requestId }, id, handOut);
  }

  @Post('return')
  @HttpCode(200)
  @Allow('key:manage')
  @Answers(
    'Take a key back (coordinators)',
    { schema: HouseKey },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'key/not-held',
    'key/too-early',
    'key/in-future',
  )
  async takeBack(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: KeyEnd }) end: KeyEnd,
    @RequestId() requestId: string,
  ): Promise<HouseKey> {
    return this.holders.takeBack({ person, space: await this.spaces.find(ref), requestId }, id, end);
  }

  @Post('loss')
  @HttpCode(200)
  @Allow('key:manage')
  @Answers(
    'Note that a key is lost (coordinators)',
    { schema: HouseKey },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'key/lost',
    'key/too-early',
    'key/in-future',
  )
  async lose(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: KeyEnd }) end: KeyEnd,
    @RequestId() requestId: string,
  ): Promise<HouseKey> {
    return this.holders.lose({ person, space: await this.spaces.find(ref), requestId }, id, end);
  }

  @Delete('loss')
  @Allow('key:manage')
  @Answers(
    'Note that a lost key is found (coordinators)',
    { schema: HouseKey },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'key/not-lost',
  )
  async find(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<HouseKey> {
    return this.holders.find({ person, space: await this.spaces.find(ref), requestId }, id);
  }
}
