import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { Quota, QuotaDraft, QuotaList, QuotaUseList } from '@bota/booking/domain';
import { Allow, Answers, CurrentPerson, Header, IfMatch, type RefusalCode, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { QuotasService } from './quotas.service';

const OF_A_CHANGE: RefusalCode[] = ['not-signed-in', 'not-allowed', 'not-found'];
const OF_A_DRAFT: RefusalCode[] = [...OF_A_CHANGE, 'booking/unknown-room', 'booking/organisation-not-resident'];

@ApiTags('booking')
@Controller('api/spaces/:space')
export class QuotasController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly quotas: QuotasService,
  ) {}

  @Get('quotas')
  @Allow('house:configure')
  @Answers('How much each organisation may book (coordinators)', { schema: QuotaList }, ...OF_A_CHANGE)
  async list(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<QuotaList> {
    return { items: await this.quotas.list(person, await this.spaces.find(ref)) };
  }

  @Get('quota-uses')
  @Allow('booking:read')
  @Answers(
    'What the organisations of the reader use of their quotas this week and this month',
    { schema: QuotaUseList },
    'not-signed-in',
    'not-found',
  )
  async uses(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<QuotaUseList> {
    return this.quotas.uses(person, await this.spaces.find(ref));
  }

  @Post('quotas')
  @Allow('house:configure')
  @Answers('Add a quota (coordinators); what is booked stays', { status: 201, schema: Quota }, ...OF_A_DRAFT)
  async add(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: QuotaDraft }) draft: QuotaDraft,
    @RequestId() requestId: string,
  ): Promise<Quota> {
    return this.quotas.add({ person, space: await this.spaces.find(ref), requestId }, draft);
  }

  @Patch('quotas/:id')
  @Allow('house:configure')
  @ApiHeader({ name: 'If-Match', required: false, description: 'Version the change is based on, as in "3"' })
  @Answers('Change a quota (coordinators); what is booked stays', { schema: Quota }, ...OF_A_DRAFT, 'stale-version')
  async change(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: QuotaDraft }) draft: QuotaDraft,
    @Header('if-match', IfMatch) version: number | undefined,
    @RequestId() requestId: string,
  ): Promise<Quota> {
    return this.quotas.change({ person, space: await this.spaces.find(ref), requestId }, id, draft, version);
  }

  @Delete('quotas/:id')
  @HttpCode(204)
  @Allow('house:configure')
  @Answers('Remove a quota (coordinators)', { status: 204 }, ...OF_A_CHANGE)
  async remove(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.quotas.remove({ person, space: await this.spaces.find(ref), requestId }, id);
  }
}
