import { Body, Controller, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CalendarAddress, CalendarImportReport, ImportConfirmed, ImportWish } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, type RefusalCode, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef, Upload, UploadName } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { CalendarImports } from './calendar-imports.service';

const Calendar = Upload('text/calendar');
const OF_A_CALENDAR: RefusalCode[] = [
  'not-signed-in',
  'not-allowed',
  'not-found',
  'payload-too-large',
  'calendar-import/unreadable',
  'calendar-import/empty',
  'calendar-import/too-many',
];

@ApiTags('booking')
@Controller('api/spaces/:space/calendar-imports')
export class CalendarImportsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly imports: CalendarImports,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('house:import')
  @Answers(
    'What importing an iCalendar file would do, event by event; nothing is booked (coordinators)',
    { schema: CalendarImportReport },
    ...OF_A_CALENDAR,
    'unsupported-media-type',
  )
  async receive(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: UploadName }) { name }: UploadName,
    @Body({ schema: Calendar }) file: File,
    @RequestId() requestId: string,
  ): Promise<CalendarImportReport> {
    const asking = { person, space: await this.spaces.find(ref), requestId };
    return this.imports.receive(asking, await file.text(), name || 'calendar.ics');
  }

  @Post('from-address')
  @HttpCode(200)
  @Allow('house:import')
  @Answers(
    'The same for a calendar at an https address, read once; never from this machine or a private network (coordinators)',
    { schema: CalendarImportReport },
    ...OF_A_CALENDAR,
    'calendar-import/unsafe-address',
    'calendar-import/unreachable',
  )
  async receiveFrom(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: CalendarAddress }) { url }: CalendarAddress,
    @RequestId() requestId: string,
  ): Promise<CalendarImportReport> {
    return this.imports.receiveFrom({ person, space: await this.spaces.find(ref), requestId }, url);
  }

  @Post(':id/preview')
  @HttpCode(200)
  @Allow('house:import')
  @Answers(
    'What it would do with these rooms and choices; nothing is booked (coordinators)',
    { schema: CalendarImportReport },
    ...OF_A_CALENDAR,
    'booking/unknown-room',
  )
  async preview(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ImportWish }) wish: ImportWish,
    @RequestId() requestId: string,
  ): Promise<CalendarImportReport> {
    return this.imports.preview({ person, space: await this.spaces.find(ref), requestId }, id, wish);
  }

  @Post(':id/confirmation')
  @HttpCode(200)
  @Allow('house:import')
  @Answers(
    'Book what is free, change what changed, cancel what was cancelled; again it changes nothing (coordinators)',
    { schema: CalendarImportReport },
    ...OF_A_CALENDAR,
    'booking/unknown-room',
  )
  async confirm(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ImportConfirmed }) wish: ImportConfirmed,
    @RequestId() requestId: string,
  ): Promise<CalendarImportReport> {
    return this.imports.confirm({ person, space: await this.spaces.find(ref), requestId }, id, wish);
  }
}
