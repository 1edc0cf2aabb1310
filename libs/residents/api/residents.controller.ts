import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Residency, type Resident, ResidentDraft, ResidentList, ResidentPage } from '@bota/residents/domain';
import { Allow, Answers, CurrentActor, CurrentPerson, Public, RequestId } from '@bota/shared/api';
import { type Actor, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { ResidenciesService } from './residencies/residencies.service';
import { ResidentPages } from './resident.pages';
import { ResidentsService } from './residents.service';

@ApiTags('residents')
@Controller('api/spaces/:space/residents')
export class ResidentsController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly residents: ResidentsService,
    private readonly pages: ResidentPages,
    private readonly residencies: ResidenciesService,
  ) {}

  @Get()
  @Public('who lives in the house stands on its door')
  @Answers('The organisations of the house', { schema: ResidentList }, 'not-found')
  async list(@Param('space', { schema: SpaceRef }) ref: string): Promise<{ items: Resident[] }> {
    return { items: await this.residents.list(await this.spaces.find(ref)) };
  }

  @Post()
  @Allow('residency:manage')
  @Answers(
    'A new organisation, or one the house knows, becomes resident (coordinators)',
    { status: 201, schema: Residency },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'organisation/number-taken',
    'organisation/archived',
    'organisation/name-taken',
    'residency/month-closed',
    'residency/already-resident',
    'residency/occupied',
    'residency/unknown-organisation',
    'residency/bookable-room',
    'residency/unknown-room',
    'residency/ends-before-it-begins',
    'residency/share-needed',
    'residency/share-too-large',
    'residency/too-far',
  )
  async open(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: ResidentDraft }) draft: ResidentDraft,
    @RequestId() requestId: string,
  ): Promise<Residency> {
    return this.residencies.open({ person, space: await this.spaces.find(ref), requestId }, draft);
  }

  @Get(':resident')
  @Public('who lives in the house stands on its door')
  @Answers('An organisation of the house, by slug or id, with what the reader may see of it', { schema: ResidentPage }, 'not-found')
  async one(
    @CurrentActor() actor: Actor,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('resident', { schema: SpaceRef }) resident: string,
  ): Promise<ResidentPage> {
    return this.pages.one({ actor, space: await this.spaces.find(ref) }, resident);
  }
}
