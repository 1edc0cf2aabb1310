import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { ExitChecklistView, NoticeDraft, Residency, ResidencyEdit } from '@bota/residents/domain';
import { Allow, Answers, CurrentPerson, Header, IfMatch, type RefusalCode, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { ExitChecklist } from '../exit/exit-checklist';
import { ResidenciesService } from './residencies.service';

const OF_A_CHANGE: RefusalCode[] = [
  'not-signed-in',
  'not-allowed',
  'not-found',
  'residency/already-resident',
  'residency/occupied',
  'residency/ended',
  'residency/month-closed',
  'stale-version',
  'residency/occupancies-after',
  'residency/last-day-past',
  'residency/ends-before-notice',
  'residency/too-far',
  'residency/share-too-large',
  'residency/ends-before-it-begins',
  'residency/outside-its-dates',
];

@ApiTags('residents')
@Controller('api/spaces/:space/residencies/:id')
export class ResidenciesController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly residencies: ResidenciesService,
    private readonly checklist: ExitChecklist,
  ) {}

  @Get()
  @Allow('residency:read')
  @Answers('A residency with what it occupies and its share', { schema: Residency }, 'not-signed-in', 'not-allowed', 'not-found')
  async one(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<Residency> {
    return this.residencies.one({ person, space: await this.spaces.find(ref) }, id);
  }

  @Patch()
  @Allow('residency:manage')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the edit is based on, as in "3"' })
  @Answers(
    'Change the dates, the share, or what is occupied from a day on; one that has ended is reopened by another last day (coordinators)',
    { schema: Residency },
    ...OF_A_CHANGE,
    'residency/share-needed',
    'organisation/archived',
    'organisation/name-taken',
    'residency/bookable-room',
    'residency/unknown-room',
  )
  async edit(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ResidencyEdit }) edit: ResidencyEdit,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<Residency> {
    return this.residencies.edit({ person, space: await this.spaces.find(ref), requestId }, id, edit, version);
  }

  @Post('notice')
  @HttpCode(200)
  @Allow('residency:manage')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the notice is based on, as in "3"' })
  @Answers('Give notice for a last day (coordinators)', { schema: Residency }, ...OF_A_CHANGE)
  async giveNotice(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: NoticeDraft }) draft: NoticeDraft,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<Residency> {
    return this.residencies.giveNotice({ person, space: await this.spaces.find(ref), requestId }, id, draft, version);
  }

  @Get('checklist')
  @Allow('residency:settle')
  @Answers(
    'What is left to settle when the residency ends (its admins, coordinators)',
    { schema: ExitChecklistView },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async exit(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
  ): Promise<ExitChecklistView> {
    return this.checklist.of(person, await this.spaces.find(ref), id);
  }
}
