import { Controller, Get, HttpCode, Inject, Param, Post, Redirect } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Unsubscription, UnsubscribeToken } from '@bota/notifications/domain';
import { Answers, CONFIG, type Config, Public, RequestId, Unsubscribing, pageLink, refuse } from '@bota/shared/api';
import { PreferencesService } from './preferences.service';

/** What the List-Unsubscribe of a letter leads to: programs post to it (RFC 8058), people who follow it are asked first. */
@ApiTags('notifications')
@Controller('api/unsubscriptions/:token')
export class UnsubscriptionsController {
  constructor(
    private readonly unsubscribing: Unsubscribing,
    private readonly preferences: PreferencesService,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Redirect()
  @Public('the link of a letter; whoever follows it only looks')
  @Answers('The page that asks whether to end these letters', { status: 302 })
  look(@Param('token', { schema: UnsubscribeToken }) token: string): { url: string } {
    return { url: pageLink(this.config, '/unsubscribe', token) };
  }

  @Post()
  @HttpCode(200)
  @Public('the link of a letter says whose, and is signed')
  @Answers('End the letters of one family, without signing in', { schema: Unsubscription }, 'not-found')
  async end(@Param('token', { schema: UnsubscribeToken }) token: string, @RequestId() requestId: string): Promise<Unsubscription> {
    const { personId, family } = (await this.unsubscribing.read(token)) ?? refuse('not-found');
    await this.preferences.unsubscribe(personId, family, requestId);
    return { family };
  }
}
