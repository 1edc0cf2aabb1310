import { Body, Controller, Delete, HttpCode, Inject, Param, Patch, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { Passkey, PasskeyEdit, PasskeyOptions, PasskeyRegistration } from '@bota/people/domain';
import { Allow, Answers, CONFIG, type Config, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn } from '@bota/shared/domain';
import { ownOrigin } from '../sessions/own-origin';
import { PasskeysService } from './passkeys.service';

@ApiTags('people')
@Controller('api/me/passkeys')
export class PasskeysController {
  constructor(
    private readonly passkeys: PasskeysService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post('options')
  @HttpCode(200)
  @Allow('passkey:manage')
  @Answers('Begin to add a passkey: what the browser is to make', { schema: PasskeyOptions }, 'not-signed-in', 'passkey/needs-name')
  options(@CurrentPerson() person: SignedIn, @Req() request: FastifyRequest): Promise<object> {
    return this.passkeys.begin(person, ownOrigin(this.config, request));
  }

  @Post()
  @Allow('passkey:manage')
  @Answers(
    'Add a passkey; a letter tells of it',
    { status: 201, schema: Passkey },
    'not-signed-in',
    'passkey/needs-name',
    'passkey/over',
    'passkey/refused',
    'passkey/already',
  )
  add(
    @CurrentPerson() { personId }: SignedIn,
    @Body({ schema: PasskeyRegistration }) registration: PasskeyRegistration,
    @Req() request: FastifyRequest,
    @RequestId() requestId: string,
  ): Promise<Passkey> {
    return this.passkeys.add({ personId, requestId }, registration, ownOrigin(this.config, request));
  }

  @Patch(':id')
  @HttpCode(204)
  @Allow('passkey:manage')
  @Answers('Give one of my passkeys another name', { status: 204 }, 'not-signed-in', 'not-found')
  rename(
    @CurrentPerson() { personId }: SignedIn,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: PasskeyEdit }) { name }: PasskeyEdit,
    @RequestId() requestId: string,
  ): Promise<void> {
    return this.passkeys.rename({ personId, requestId }, id, name);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('passkey:manage')
  @Answers('Remove one of my passkeys', { status: 204 }, 'not-signed-in', 'not-found')
  remove(@CurrentPerson() { personId }: SignedIn, @Param('id', { schema: Id }) id: string, @RequestId() requestId: string): Promise<void> {
    return this.passkeys.remove({ personId, requestId }, id);
  }
}
