import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ClosureHearers } from './closure.hearers';
import { ClosuresController } from './closures.controller';
import { ClosuresService } from './closures.service';
import { FloorsController } from './floors.controller';
import { FloorsService } from './floors.service';
import { HouseService } from './house.service';
import { RoomEntity } from './room.entity';
import { RoomSearch } from './room.search';
import { RoomUses } from './room.uses';
import { RoomsController } from './rooms.controller';
import { RoomsEdits } from './rooms.edits';
import { RoomsService } from './rooms.service';
import { ClosureEntity, FloorEntity, HouseRoleEntity, SpaceEntity } from './space.entity';
import { SpacesController } from './spaces.controller';
import { SpacesService } from './spaces.service';

@Module({
  imports: [TypeOrmModule.forFeature([SpaceEntity, HouseRoleEntity, FloorEntity, RoomEntity, ClosureEntity])],
  controllers: [SpacesController, RoomsController, FloorsController, ClosuresController],
  providers: [SpacesService, RoomsService, RoomsEdits, RoomSearch, RoomUses, FloorsService, ClosureHearers, ClosuresService, HouseService],
  exports: [ClosureHearers, ClosuresService, SpacesService, RoomsService, RoomUses],
})
export class SpacesModule {}
