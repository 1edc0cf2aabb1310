import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './access.guard';
import { AccountController } from './account.controller';
import { AccountService } from './account.service';
import { InvitationsController } from './invitations.controller';
import { InvitationsService } from './invitations.service';
import { JoiningController } from './joining.controller';
import { JoiningService } from './joining.service';
import { MailLimits } from './mail.limits';
import { MembersController } from './members.controller';
import { MembersService } from './members.service';
import { MembershipEntity } from './membership.entity';
import { MeService } from './me.service';
import { OrganisationEntity } from './organisation.entity';
import { PersonEntity } from './person.entity';
import { Placement } from './placement';
import { SessionController } from './session.controller';
import { SessionsService } from './sessions.service';
import { SignInLinksController } from './sign-in-links.controller';
import { SignInLinks } from './sign-in-links.service';
import { SignInLimits } from './sign-in.limits';
import { SignInService } from './sign-in.service';

@Module({
  imports: [TypeOrmModule.forFeature([PersonEntity, OrganisationEntity, MembershipEntity])],
  controllers: [SessionController, SignInLinksController, AccountController, InvitationsController, MembersController, JoiningController],
  providers: [
    SessionsService,
    SignInService,
    SignInLimits,
    SignInLinks,
    MeService,
    AccountService,
    InvitationsService,
    MembersService,
    JoiningService,
    MailLimits,
    Placement,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [SessionsService, MeService],
})
export class PeopleModule {}
