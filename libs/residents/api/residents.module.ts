import { Module } from '@nestjs/common';
import { SpacesModule } from '@bota/spaces/api';
import { ResidentsController } from './residents.controller';
import { ResidentsService } from './residents.service';

@Module({ imports: [SpacesModule], controllers: [ResidentsController], providers: [ResidentsService] })
export class ResidentsModule {}
