import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccessGuard } from './sessions/access.guard';
import { AccountController } from './account/account.controller';
import { AccountService } from './account/account.service';
import { BulkInvitations } from './joining/bulk-invitations';
import { InvitationsController } from './joining/invitations.controller';
import { InvitationsService } from './joining/invitations.service';
import { JoiningController } from './joining/joining.controller';
import { JoiningNotices } from './joining/joining.notices';
import { JoiningService } from './joining/joining.service';
import { MailLimits } from './mail.limits';
import { ContactsController } from './members/contacts.controller';
import { ContactsService } from './members/contacts.service';
import { MandatesController } from './mandates/mandates.controller';
import { MandatesService } from './mandates/mandates.service';
import { MembersController } from './members/members.controller';
import { MembersService } from './members/members.service';
import { MembershipEntity } from './membership.entity';
import { MeService } from './account/me.service';
import { OrganisationEntity } from './organisation.entity';
import { ArchivalObstacles } from './organisations/archival.obstacles';
import { OrganisationsController } from './organisations/organisations.controller';
import { OrganisationsService } from './organisations/organisations.service';
import { PersonEntity } from './person.entity';
import { PasskeySignInController } from './passkeys/passkey-sign-in.controller';
import { PasskeySignIn } from './passkeys/passkey-sign-in.service';
import { PasskeysController } from './passkeys/passkeys.controller';
import { PasskeysService } from './passkeys/passkeys.service';
import { Placement } from './placement';
import { IdentitiesService } from './provider/identities.service';
import { Provider } from './provider/provider';
import { ProviderSignInController } from './provider/provider-sign-in.controller';
import { ProviderSignIn } from './provider/provider-sign-in.service';
import { SessionController } from './sessions/session.controller';
import { SessionsService } from './sessions/sessions.service';
import { SignInLinksController } from './sessions/sign-in-links.controller';
import { SignInLinks } from './sessions/sign-in-links.service';
import { SignInLimits } from './sessions/sign-in.limits';
import { SignInService } from './sessions/sign-in.service';
import { Ceremonies } from './ways/ceremonies';
import { WaysController } from './ways/ways.controller';
import { WaysService } from './ways/ways.service';

@Module({
  imports: [TypeOrmModule.forFeature([PersonEntity, OrganisationEntity, MembershipEntity])],
  controllers: [
    SessionController,
    SignInLinksController,
    AccountController,
    InvitationsController,
    MembersController,
    MandatesController,
    ContactsController,
    OrganisationsController,
    PasskeySignInController,
    ProviderSignInController,
    WaysController,
    PasskeysController,
    JoiningController,
  ],
  providers: [
    SessionsService,
    SignInService,
    SignInLimits,
    SignInLinks,
    Ceremonies,
    PasskeySignIn,
    PasskeysService,
    Provider,
    ProviderSignIn,
    IdentitiesService,
    WaysService,
    MeService,
    AccountService,
    InvitationsService,
    BulkInvitations,
    MembersService,
    MandatesService,
    ContactsService,
    OrganisationsService,
    ArchivalObstacles,
    JoiningNotices,
    JoiningService,
    MailLimits,
    Placement,
    { provide: APP_GUARD, useClass: AccessGuard },
  ],
  exports: [SessionsService, MeService, Placement, BulkInvitations, ArchivalObstacles],
})
export class PeopleModule {}
