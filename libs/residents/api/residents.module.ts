import { Module } from '@nestjs/common';
import { SpacesModule } from '@bota/spaces/api';
import { HousesController } from './houses.controller';
import { HousesService } from './houses.service';
import { ResidentsController } from './residents.controller';
import { ResidentsService } from './residents.service';

@Module({ imports: [SpacesModule], controllers: [HousesController, ResidentsController], providers: [HousesService, ResidentsService] })
export class ResidentsModule {}
