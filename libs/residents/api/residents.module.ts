import { Module } from '@nestjs/common';
import { PeopleModule } from '@bota/people/api';
import { SpacesModule } from '@bota/spaces/api';
import { ChargesExit } from './charges/charges.exit';
import { ChargesModule } from './charges/charges.module';
import { ExitChecklist } from './exit/exit-checklist';
import { OwnExitSubjects } from './exit/own-subjects';
import { HousesController } from './houses.controller';
import { HousesService } from './houses.service';
import { ResidentsIntegrity } from './integrity/residents.integrity';
import { KeyTasks } from './keys/key.tasks';
import { ImportsController } from './imports/imports.controller';
import { ImportsService } from './imports/imports.service';
import { PeopleImport } from './imports/people.import';
import { ResidentsImport } from './imports/residents.import';
import { KeyHolders } from './keys/key-holders.service';
import { KeyHoldersController } from './keys/key-holders.controller';
import { KeysController } from './keys/keys.controller';
import { KeysService } from './keys/keys.service';
import { LettersController } from './letters.controller';
import { LettersService } from './letters.service';
import { LogController } from './log.controller';
import { LogService } from './log.service';
import { PlanController } from './plan/plan.controller';
import { PlanService } from './plan/plan.service';
import { ResidenciesController } from './residencies/residencies.controller';
import { ResidenciesService } from './residencies/residencies.service';
import { ResidentPages } from './resident.pages';
import { ResidentsController } from './residents.controller';
import { ResidentsService } from './residents.service';
import { ResidentSearch } from './search/resident.search';
import { SearchController } from './search/search.controller';
import { SearchService } from './search/search.service';
import { PeopleTasks } from './tasks/people.tasks';
import { ResidencyTasks } from './tasks/residency.tasks';
import { TasksController } from './tasks/tasks.controller';
import { TeamController } from './team.controller';
import { TeamService } from './team.service';
import { WhereResidentModule } from './where-resident';

@Module({
  imports: [PeopleModule, SpacesModule, ChargesModule, WhereResidentModule],
  controllers: [
    HousesController,
    PlanController,
    ResidentsController,
    ResidenciesController,
    ImportsController,
    KeysController,
    KeyHoldersController,
    TeamController,
    LettersController,
    LogController,
    SearchController,
    TasksController,
  ],
  providers: [
    HousesService,
    PlanService,
    ResidentsService,
    ResidentPages,
    ResidenciesService,
    ImportsService,
    PeopleImport,
    ResidentsImport,
    ExitChecklist,
    OwnExitSubjects,
    ChargesExit,
    KeysService,
    KeyHolders,
    TeamService,
    LettersService,
    LogService,
    ResidentSearch,
    SearchService,
    PeopleTasks,
    ResidencyTasks,
    KeyTasks,
    ResidentsIntegrity,
  ],
  exports: [ExitChecklist, KeysService, ResidentsIntegrity],
})
export class ResidentsModule {}
