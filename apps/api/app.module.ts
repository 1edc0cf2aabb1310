import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BookingModule, SeasonModule } from '@bota/booking/api';
import { NotificationsModule } from '@bota/notifications/api';
import { PeopleModule } from '@bota/people/api';
import { ResidentsModule } from '@bota/residents/api';
import { type Config, SharedModule } from '@bota/shared/api';
import { SpacesModule } from '@bota/spaces/api';
import { databaseOptions } from './database';
import { FirstVisitController } from './first-visit/first-visit.controller';
import { FirstVisitService } from './first-visit/first-visit.service';
import { HealthController } from './health.controller';
import { ProblemFilter } from './problem.filter';

@Module({})
export class AppModule {
  /** Without `connects`, the database is not opened: enough to read the routes. */
  static with(config: Config, { connects = true } = {}): DynamicModule {
    return {
      module: AppModule,
      imports: [
        SharedModule.with(config),
        TypeOrmModule.forRoot({ ...databaseOptions(config.DATABASE_URL, config.DATABASE_POOL), manualInitialization: !connects }),
        PeopleModule,
        SpacesModule,
        ResidentsModule,
        BookingModule,
        SeasonModule,
        NotificationsModule,
      ],
      controllers: [HealthController, FirstVisitController],
      providers: [FirstVisitService, { provide: APP_FILTER, useClass: ProblemFilter }],
    };
  }
}
