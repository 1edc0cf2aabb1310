import { Body, Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { MeService, setSessionCookie } from '@bota/people/api';
import { Demo, Me, Setup } from '@bota/people/domain';
import { Answers, CONFIG, type Config, Public, RequestId } from '@bota/shared/api';
import { NOBODY } from '@bota/shared/domain';
import { spaceView } from '@bota/spaces/api';
import { Space } from '@bota/spaces/domain';
import { FirstVisitService } from './first-visit.service';

const HouseCreated = z.object({ space: Space, me: Me }).meta({ id: 'HouseCreated' });
type HouseCreated = z.infer<typeof HouseCreated>;

@ApiTags('first visit')
@Controller('api')
export class FirstVisitController {
  constructor(
    private readonly firstVisit: FirstVisitService,
    private readonly people: MeService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('demo')
  @Public('says how to try the product')
  @Answers('Demo accounts, or whether the house is still to be created', { schema: Demo })
  welcome(): Promise<Demo> {
    return this.firstVisit.welcome();
  }

  @Post('setup')
  @Public('nobody has an account before the first one')
  @Answers(
    'Create the house and its first coordinator, who is signed in',
    { status: 201, schema: HouseCreated },
    'setup/done',
    'space/unknown-zone',
  )
  async setUp(
    @Body({ schema: Setup }) setup: Setup,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @RequestId() requestId: string,
  ): Promise<HouseCreated> {
    const userAgent = request.headers['user-agent'] ?? '';
    const { space, personId, token } = await this.firstVisit.setUp(setup, { userAgent, requestId });
    setSessionCookie(reply, this.config, token);
    const me = await this.people.read(personId);
    return { space: spaceView(space, { ...NOBODY, personId, memberships: me.memberships, houseRoles: me.houseRoles }), me };
  }
}
