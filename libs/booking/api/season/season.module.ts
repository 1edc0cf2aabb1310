import { Module } from '@nestjs/common';
import { SpacesModule } from '@bota/spaces/api';
import { BookingModule } from '../booking.module';
import { SeasonAdoptionService } from './season-adoption.service';
import { SeasonAppealsController } from './season-appeals.controller';
import { SeasonAppealsService } from './season-appeals.service';
import { SeasonPlansController } from './season-plans.controller';
import { SeasonPlansService } from './season-plans.service';
import { SeasonRoundsController } from './season-rounds.controller';
import { SeasonRoundsService } from './season-rounds.service';
import { SeasonWishesController } from './season-wishes.controller';
import { SeasonWishesService } from './season-wishes.service';
import { SeasonNotices } from './season.notices';
import { SeasonPersonalData } from './season.personal';
import { SeasonTasks } from './season.tasks';

@Module({
  imports: [BookingModule, SpacesModule],
  controllers: [SeasonRoundsController, SeasonWishesController, SeasonPlansController, SeasonAppealsController],
  providers: [
    SeasonRoundsService,
    SeasonWishesService,
    SeasonPlansService,
    SeasonAppealsService,
    SeasonAdoptionService,
    SeasonNotices,
    SeasonPersonalData,
    SeasonTasks,
  ],
})
export class SeasonModule {}
