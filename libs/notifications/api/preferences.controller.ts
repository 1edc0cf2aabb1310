import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { NotificationPreferences, PreferencesEdit } from '@bota/notifications/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import type { SignedIn } from '@bota/shared/domain';
import { PreferencesService } from './preferences.service';

@ApiTags('notifications')
@Controller('api/me/notification-preferences')
export class PreferencesController {
  constructor(private readonly preferences: PreferencesService) {}

  @Get()
  @Allow('notification:choose')
  @Answers('How I hear of what: in the application, by e-mail at once or gathered', { schema: NotificationPreferences }, 'not-signed-in')
  read(@CurrentPerson() person: SignedIn): Promise<NotificationPreferences> {
    return this.preferences.read(person);
  }

  @Patch()
  @Allow('notification:choose')
  @Answers('Choose how I hear of it; what is left out stays', { schema: NotificationPreferences }, 'not-signed-in')
  edit(
    @CurrentPerson() person: SignedIn,
    @Body({ schema: PreferencesEdit }) edit: PreferencesEdit,
    @RequestId() requestId: string,
  ): Promise<NotificationPreferences> {
    return this.preferences.edit(person, edit, requestId);
  }
}
