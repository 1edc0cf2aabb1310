import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PeopleModule } from '@bota/people/api';
import { ResidentsModule } from '@bota/residents/api';
import { SpacesModule } from '@bota/spaces/api';
import { AffectedController } from './affected.controller';
import { AffectedService } from './affected.service';
import { BookingCancellations } from './booking.cancellations';
import { BookingEdits } from './booking.edits';
import { BookingEntity, OccurrenceEntity } from './booking.entity';
import { EditSettlement } from './edit.settlement';
import { BookingExitSubject } from './booking.exit';
import { ClosingsController } from './closures/closings.controller';
import { Closings } from './closures/closings.service';
import { ClosureNotices } from './closures/closure.notices';
import { ClosurePlaces } from './closures/closure.places';
import { ClosureSettlement } from './closures/closure.settlement';
import { ExitTasks } from './exit.tasks';
import { BookingPersonalData } from './booking.personal';
import { BookingPreviews } from './booking.previews';
import { BookingReads } from './booking.reads';
import { BookingSearch } from './booking.search';
import { BookingsController } from './bookings.controller';
import { BookingsService } from './bookings.service';
import { CalendarController } from './calendar.controller';
import { CheckIns } from './check-in/check-ins.service';
import { CheckInsController } from './check-in/check-ins.controller';
import { NoShows } from './check-in/no-shows';
import { DaySheets } from './day-sheet/day-sheets.service';
import { DaySheetsController } from './day-sheet/day-sheets.controller';
import { DisplayController } from './displays/display.controller';
import { DisplayLimits } from './displays/display.limits';
import { DisplayReads } from './displays/display.reads';
import { DisplaysController } from './displays/displays.controller';
import { DisplaysService } from './displays/displays.service';
import { Pairings } from './displays/pairings';
import { FeedFilesController } from './feeds/feed-files.controller';
import { FeedLimits } from './feeds/feed.limits';
import { FeedPersonalData } from './feeds/feed.personal';
import { FeedReads } from './feeds/feed.reads';
import { FeedsController } from './feeds/feeds.controller';
import { FeedsService } from './feeds/feeds.service';
import { FindingController } from './finding/finding.controller';
import { Finding } from './finding/finding.service';
import { CalendarImportsController } from './imports/calendar-imports.controller';
import { CalendarImports } from './imports/calendar-imports.service';
import { ImportJudgement } from './imports/import.judgement';
import { ImportWriting } from './imports/import.writing';
import { BookingLetters } from './letters/booking.letters';
import { HorizonJob } from './horizon.job';
import { IntegrityController } from './integrity.controller';
import { IntegrityTasks } from './integrity.tasks';
import { IntegrityService } from './integrity.service';
import { PricesModule } from './prices/priced-bookings';
import { OutsideController } from './outside/outside.controller';
import { OutsideAsks } from './outside/outside-asks.service';
import { OutsideClosings } from './outside/outside.closings';
import { OutsideDecisions } from './outside/outside-decisions.service';
import { OutsideLapses } from './outside/outside.lapses';
import { OutsideLetters } from './outside/outside.letters';
import { OutsideLimits } from './outside/outside.limits';
import { OutsideTasks } from './outside/outside.tasks';
import { Preparation } from './preparation';
import { ExclusionsController } from './exclusions.controller';
import { ExclusionsService } from './exclusions.service';
import { Refusals } from './refusals';
import { QuotasController } from './quotas/quotas.controller';
import { StatisticsController } from './statistics/statistics.controller';
import { StatisticsService } from './statistics/statistics.service';
import { QuotasService } from './quotas/quotas.service';
import { Confirmations } from './confirmations/confirmations';
import { OwnChanges } from './confirmations/own.changes';
import { Confirmation } from './requests/confirmation';
import { Decisions } from './requests/decisions.service';
import { Expiry } from './requests/expiry';
import { Holds } from './requests/holds.service';
import { RequestLetters } from './requests/request.letters';
import { BookingComing } from './reminders/booking.coming';
import { Reminders } from './reminders/reminders';
import { RequestReads } from './requests/request.reads';
import { RequestTasks } from './requests/request.tasks';
import { RequestsController } from './requests/requests.controller';
import { AskingReplies } from './replies/asking.replies';
import { RepliesController } from './replies/replies.controller';
import { Replies } from './replies/replies.service';
import { ReplyLimits } from './replies/reply.limits';
import { ReplyNotices } from './replies/reply.notices';
import { ReplyPersonalData } from './replies/reply.personal';
import { ReplyTasks } from './replies/reply.tasks';
import { InvitationLetters } from './participants/invitation.letters';
import { Invitations } from './participants/invitations';
import { ParticipantPersonalData } from './participants/participant.personal';
import { Participating } from './participants/participating';
import { Rivals } from './requests/rivals';
import { FreedRooms } from './freed.rooms';
import { SavedViewPersonalData } from './views/saved-view.personal';
import { SavedViewsController } from './views/saved-views.controller';
import { SavedViews } from './views/saved-views.service';
import { SkippedDates } from './skipped.dates';
import { Offers } from './waitlist/offers.service';
import { WaitlistController } from './waitlist/waitlist.controller';
import { WaitlistPersonalData } from './waitlist/waitlist.personal';
import { Waitlist } from './waitlist/waitlist.service';

@Module({
  imports: [TypeOrmModule.forFeature([BookingEntity, OccurrenceEntity]), PeopleModule, SpacesModule, ResidentsModule, PricesModule],
  controllers: [
    AffectedController,
    BookingsController,
    CalendarController,
    CheckInsController,
    ClosingsController,
    DaySheetsController,
    DisplayController,
    DisplaysController,
    ExclusionsController,
    CalendarImportsController,
    FeedFilesController,
    FeedsController,
    FindingController,
    IntegrityController,
    RequestsController,
    RepliesController,
    OutsideController,
    SavedViewsController,
    WaitlistController,
    QuotasController,
    StatisticsController,
  ],
  providers: [
    AffectedService,
    BookingPersonalData,
    BookingComing,
    BookingLetters,
    Closings,
    ClosureNotices,
    ClosurePlaces,
    ClosureSettlement,
    CalendarImports,
    CheckIns,
    DaySheets,
    DisplayLimits,
    DisplayReads,
    DisplaysService,
    Pairings,
    NoShows,
    ImportJudgement,
    ImportWriting,
    FeedLimits,
    FeedPersonalData,
    FeedReads,
    FeedsService,
    Finding,
    BookingExitSubject,
    BookingsService,
    BookingEdits,
    EditSettlement,
    BookingCancellations,
    BookingReads,
    BookingSearch,
    BookingPreviews,
    Preparation,
    Refusals,
    HorizonJob,
    SkippedDates,
    OutsideAsks,
    OutsideClosings,
    OutsideDecisions,
    OutsideLapses,
    OutsideLetters,
    OutsideLimits,
    OutsideTasks,
    FreedRooms,
    Offers,
    Waitlist,
    WaitlistPersonalData,
    ExclusionsService,
    QuotasService,
    StatisticsService,
    Confirmation,
    Confirmations,
    OwnChanges,
    Decisions,
    Expiry,
    Holds,
    RequestLetters,
    RequestReads,
    RequestTasks,
    Reminders,
    AskingReplies,
    Replies,
    ReplyLimits,
    ReplyNotices,
    ReplyPersonalData,
    ReplyTasks,
    InvitationLetters,
    Invitations,
    ParticipantPersonalData,
    Participating,
    Rivals,
    SavedViewPersonalData,
    SavedViews,
    IntegrityService,
    IntegrityTasks,
    ExitTasks,
  ],
  exports: [Expiry, NoShows, BookingsService, BookingCancellations, HorizonJob, SkippedDates, FreedRooms, Waitlist],
})
export class BookingModule {}
