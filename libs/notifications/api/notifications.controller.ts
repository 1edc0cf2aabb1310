import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotificationCount, NotificationList, NotificationQuery, NotificationReading } from '@bota/notifications/domain';
import { Allow, Answers, CurrentPerson } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { NotificationsService } from './notifications.service';

@ApiTags('notifications')
@Controller('api/spaces/:space/notifications')
export class NotificationsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly notifications: NotificationsService,
  ) {}

  @Get()
  @Allow('notification:read')
  @Answers('What I was told in this house, the latest first', { schema: NotificationList }, 'not-signed-in', 'not-found')
  async list(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: NotificationQuery }) query: NotificationQuery,
  ): Promise<NotificationList> {
    return this.notifications.list({ person, space: await this.spaces.find(ref) }, query);
  }

  @Get('count')
  @Allow('notification:read')
  @Answers('How much of it I have not read', { schema: NotificationCount }, 'not-signed-in', 'not-found')
  async count(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<NotificationCount> {
    return this.notifications.count({ person, space: await this.spaces.find(ref) });
  }

  @Post('reading')
  @HttpCode(204)
  @Allow('notification:read')
  @Answers('All that I have seen is read', { status: 204 }, 'not-signed-in', 'not-found')
  async readAll(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: NotificationReading }) { upTo }: NotificationReading,
  ): Promise<void> {
    await this.notifications.readAll({ person, space: await this.spaces.find(ref) }, upTo);
  }

  @Post(':id/reading')
  @HttpCode(204)
  @Allow('notification:read')
  @Answers('One of them is read', { status: 204 }, 'not-signed-in', 'not-found')
  async read(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<void> {
    await this.notifications.read({ person, space: await this.spaces.find(ref) }, id);
  }
}
