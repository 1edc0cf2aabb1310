import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { HouseKey, KeyDraft, KeyEdit, KeyHistory, KeyList, KeyQuery } from '@bota/residents/domain';
import { Allow, Answers, CurrentPerson, Header, IfMatch, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { KeysService } from './keys.service';

@ApiTags('residents')
@Controller('api/spaces/:space/keys')
export class KeysController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly keys: KeysService,
  ) {}

  @Get()
  @Allow('key:read')
  @Answers(
    'The keys of the house (coordinators), or those an organisation holds (its admins)',
    { schema: KeyList },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async list(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: KeyQuery }) { organisation }: KeyQuery,
  ): Promise<KeyList> {
    return this.keys.list({ person, space: await this.spaces.find(ref) }, organisation);
  }

  @Post()
  @Allow('key:manage')
  @Answers(
    'Add a key or badge (coordinators)',
    { status: 201, schema: HouseKey },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'key/label-taken',
    'key/unknown-room',
  )
  async add(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: KeyDraft }) draft: KeyDraft,
    @RequestId() requestId: string,
  ): Promise<HouseKey> {
    return this.keys.add({ person, space: await this.spaces.find(ref), requestId }, draft);
  }

  @Get(':id')
  @Allow('key:manage')
  @Answers('A key with everybody who ever held it (coordinators)', { schema: KeyHistory }, 'not-signed-in', 'not-allowed', 'not-found')
  async one(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<KeyHistory> {
    return this.keys.history({ person, space: await this.spaces.find(ref) }, id);
  }

  @Patch(':id')
  @Allow('key:manage')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the edit is based on, as in "3"' })
  @Answers(
    'Change what a key is called and what it opens (coordinators)',
    { schema: HouseKey },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'key/label-taken',
    'stale-version',
    'key/unknown-room',
  )
  async edit(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: KeyEdit }) edit: KeyEdit,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<HouseKey> {
    return this.keys.edit({ person, space: await this.spaces.find(ref), requestId }, id, edit, version);
  }
}
