import { Controller, Delete, Get, HttpCode, Inject, Param, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { MyWays, SignInWays } from '@bota/people/domain';
import { Allow, Answers, CONFIG, type Config, CurrentPerson, Public, RequestId } from '@bota/shared/api';
import { Id, type SignedIn } from '@bota/shared/domain';
import { IdentitiesService } from '../provider/identities.service';
import { ownOrigin } from '../sessions/own-origin';
import { WaysService } from './ways.service';

@ApiTags('people')
@Controller('api')
export class WaysController {
  constructor(
    private readonly ways: WaysService,
    private readonly identities: IdentitiesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('auth/ways')
  @Public('the sign-in page offers what works here')
  @Answers('How one may sign in here', { schema: SignInWays })
  offered(@Req() request: FastifyRequest): SignInWays {
    return this.ways.offered(ownOrigin(this.config, request));
  }

  @Get('me/ways')
  @Allow('passkey:manage')
  @Answers('How I may sign in, beside a link by e-mail', { schema: MyWays }, 'not-signed-in')
  mine(@CurrentPerson() { personId }: SignedIn): Promise<MyWays> {
    return this.ways.mine(personId);
  }

  @Delete('me/identities/:id')
  @HttpCode(204)
  @Allow('identity:manage')
  @Answers('Unlink my identity at the provider of the house', { status: 204 }, 'not-signed-in', 'not-found')
  unlink(@CurrentPerson() { personId }: SignedIn, @Param('id', { schema: Id }) id: string, @RequestId() requestId: string): Promise<void> {
    return this.identities.unlink({ personId, requestId }, id);
  }
}
