import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RoomEntity } from './room.entity';
import { RoomSearch } from './room.search';
import { RoomsService } from './rooms.service';
import { ClosureEntity, FloorEntity, HouseRoleEntity, SpaceEntity } from './space.entity';
import { SpacesController } from './spaces.controller';
import { SpacesService } from './spaces.service';

@Module({
  imports: [TypeOrmModule.forFeature([SpaceEntity, HouseRoleEntity, FloorEntity, RoomEntity, ClosureEntity])],
  controllers: [SpacesController],
  providers: [SpacesService, RoomsService, RoomSearch],
  exports: [SpacesService, RoomsService],
})
export class SpacesModule {}
