import { Module } from '@nestjs/common';
import { PeopleModule } from '@bota/people/api';
import { SpacesModule } from '@bota/spaces/api';
import { Digests } from './digests';
import { NotificationsController } from './notifications.controller';
import { NotificationsPersonalData } from './notifications.personal';
import { NotificationsService } from './notifications.service';
import { NotificationsSweep } from './notifications.sweep';
import { PreferencesController } from './preferences.controller';
import { PreferencesService } from './preferences.service';
import { UnsubscriptionsController } from './unsubscriptions.controller';

/** What people were told, and how they choose to hear. It listens; nobody imports it. */
@Module({
  imports: [PeopleModule, SpacesModule],
  controllers: [NotificationsController, PreferencesController, UnsubscriptionsController],
  providers: [Digests, NotificationsPersonalData, NotificationsService, NotificationsSweep, PreferencesService],
})
export class NotificationsModule {}
