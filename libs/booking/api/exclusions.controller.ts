import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import {
  ExclusionCalendar,
  ExclusionCalendarDraft,
  ExclusionCalendarList,
  ExclusionEffect,
  ExclusionReading,
  ExclusionText,
} from '@bota/booking/domain';
import { Allow, Answers, Clock, CurrentPerson, Header, IfMatch, Public, type RefusalCode, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { readExclusions } from './exclusion.reading';
import { ExclusionsService } from './exclusions.service';

const OF_A_CHANGE: RefusalCode[] = ['not-signed-in', 'not-allowed', 'not-found'];

@ApiTags('booking')
@Controller('api/spaces/:space/exclusion-calendars')
export class ExclusionsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly exclusions: ExclusionsService,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Public('school holidays are no secret')
  @Answers('Calendars of days that series may leave out', { schema: ExclusionCalendarList }, 'not-found')
  async list(@Param('space', { schema: SpaceRef }) ref: string): Promise<ExclusionCalendarList> {
    return { items: await this.exclusions.list(await this.spaces.find(ref)) };
  }

  @Post()
  @Allow('house:configure')
  @Answers('Add a calendar of days to leave out (coordinators)', { status: 201, schema: ExclusionCalendar }, ...OF_A_CHANGE)
  async add(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: ExclusionCalendarDraft }) draft: ExclusionCalendarDraft,
    @RequestId() requestId: string,
  ): Promise<ExclusionCalendar> {
    return this.exclusions.add({ person, space: await this.spaces.find(ref), requestId }, draft);
  }

  @Post('reading')
  @HttpCode(200)
  @Allow('house:configure')
  @Answers('Read days from an iCalendar file or a table (coordinators); writes nothing', { schema: ExclusionReading }, ...OF_A_CHANGE)
  async read(
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: ExclusionText }) { text }: ExclusionText,
  ): Promise<ExclusionReading> {
    const { zone } = await this.spaces.find(ref);
    return readExclusions(text, { zone, now: this.clock.now() });
  }

  @Patch(':id')
  @Allow('house:configure')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the change is based on, as in "3"' })
  @Answers(
    'Change name and days (coordinators); dates that are booked stay',
    { schema: ExclusionCalendar },
    ...OF_A_CHANGE,
    'stale-version',
  )
  async change(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ExclusionCalendarDraft }) draft: ExclusionCalendarDraft,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<ExclusionCalendar> {
    return this.exclusions.change({ person, space: await this.spaces.find(ref), requestId }, id, draft, version);
  }

  @Delete(':id')
  @HttpCode(204)
  @Allow('house:configure')
  @Answers('Remove a calendar that no series leaves out (coordinators)', { status: 204 }, ...OF_A_CHANGE, 'exclusions/in-use')
  async remove(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.exclusions.remove({ person, space: await this.spaces.find(ref), requestId }, id);
  }

  @Get(':id/effect')
  @Allow('house:configure')
  @Answers('Series whose coming dates differ from the calendar (coordinators)', { schema: ExclusionEffect }, ...OF_A_CHANGE)
  async effect(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<ExclusionEffect> {
    return this.exclusions.effect({ person, space: await this.spaces.find(ref), requestId }, id);
  }

  @Post(':id/application')
  @HttpCode(200)
  @Allow('house:configure')
  @Answers(
    'Apply the calendar to the coming dates of its series (coordinators); answers what still differs',
    { schema: ExclusionEffect },
    ...OF_A_CHANGE,
  )
  async apply(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<ExclusionEffect> {
    return this.exclusions.apply({ person, space: await this.spaces.find(ref), requestId }, id);
  }
}
