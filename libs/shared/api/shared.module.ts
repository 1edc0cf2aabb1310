import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Chronicler } from './chronicler';
import { Clock } from './clock';
import { CONFIG, type Config } from './config';
import { Jobs } from './jobs';
import { Live } from './live';
import { LetterSamples } from './mail/letter.samples';
import { Postman } from './mail/postman';
import { Release } from './release';
import { Coming } from './notifications/coming';
import { NotificationKinds } from './notifications/notification.kinds';
import { Notifications } from './notifications/notifications';
import { Unsubscribing } from './notifications/unsubscribing';
import { Search } from './search';
import { Tasks } from './tasks';
import { PersonalData } from './personal-data';

/** What every domain builds on: configuration, clock, log sealing, live changes, jobs. */
@Global()
@Module({})
export class SharedModule {
  static with(config: Config): DynamicModule {
    const providers = [
      { provide: CONFIG, useValue: config },
      Clock,
      Chronicler,
      Live,
      Jobs,
      Postman,
      Release,
      LetterSamples,
      Coming,
      NotificationKinds,
      Notifications,
      Unsubscribing,
      PersonalData,
      Search,
      Tasks,
    ];
    return { module: SharedModule, providers, exports: providers };
  }
}
