import { Module } from '@nestjs/common';
import { SpacesModule } from '@bota/spaces/api';
import { HousesController } from './houses.controller';
import { HousesService } from './houses.service';
import { LettersController } from './letters.controller';
import { LettersService } from './letters.service';
import { LogController } from './log.controller';
import { LogService } from './log.service';
import { ResidentsController } from './residents.controller';
import { ResidentsService } from './residents.service';
import { ResidentSearch } from './search/resident.search';
import { SearchController } from './search/search.controller';
import { SearchService } from './search/search.service';
import { TeamController } from './team.controller';
import { TeamService } from './team.service';
import { WhereResidentModule } from './where-resident';

@Module({
  imports: [SpacesModule, WhereResidentModule],
  controllers: [HousesController, ResidentsController, TeamController, LettersController, LogController, SearchController],
  providers: [HousesService, ResidentsService, TeamService, LettersService, LogService, ResidentSearch, SearchService],
})
export class ResidentsModule {}
