import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access.guard';
import { MembershipEntity } from './membership.entity';
import { MeService } from './me.service';
import { OrganisationEntity } from './organisation.entity';
import { PersonEntity } from './person.entity';
import { SessionController } from './session.controller';
import { SessionsService } from './sessions.service';
import { SignInLimits } from './sign-in.limits';
import { SignInService } from './sign-in.service';

@Module({
  imports: [TypeOrmModule.forFeature([PersonEntity, OrganisationEntity, MembershipEntity])],
  controllers: [SessionController],
  providers: [SessionsService, SignInService, SignInLimits, MeService, { provide: APP_GUARD, useClass: AccessGuard }],
  exports: [SessionsService, MeService],
})
export class PeopleModule {}
