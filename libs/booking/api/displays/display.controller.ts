import { Controller, Get, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { DisplayAnswer, Pairing } from '@bota/booking/domain';
import { ComesFrom } from '@bota/people/api';
import { Answers, CONFIG, type Config, Public } from '@bota/shared/api';
import { displayToken, setDisplayCookie } from './display.cookie';
import { DisplayReads } from './display.reads';
import { Pairings } from './pairings';

/** Asked by the screens themselves, which have no session. */
@ApiTags('displays')
@Controller('api/display')
export class DisplayController {
  constructor(
    private readonly reads: DisplayReads,
    private readonly pairings: Pairings,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Public('a screen shows only what is public, and that only once it is paired')
  @Answers('What this screen shows; `shown` is null for a browser that is no paired screen, `pairing` the code that it waits with', {
    schema: DisplayAnswer,
  })
  async shown(@Req() request: FastifyRequest): Promise<DisplayAnswer> {
    const token = displayToken(request, this.config);
    return { shown: await this.reads.shown(token), pairing: await this.pairings.waiting(token) };
  }

  @Post('pairing')
  @Public('a screen that belongs to no house yet asks for a code to show')
  @Answers(
    'A code to be entered by a coordinator within ten minutes, the same for all pages of a browser; sets the secret of the screen',
    { status: 201, schema: Pairing },
    'too-many-attempts',
  )
  async pair(
    @ComesFrom() { address }: { address: string },
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Pairing> {
    const { token, ...pairing } = await this.pairings.offer(address, displayToken(request, this.config));
    setDisplayCookie(reply, this.config, token);
    return pairing;
  }
}
