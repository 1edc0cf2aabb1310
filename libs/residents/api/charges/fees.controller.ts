import { Body, Controller, Delete, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CorrectionDraft, FeeDraft, FeePlaced } from '@bota/residents/domain';
import { Allow, Answers, CurrentPerson, RequestId } from '@bota/shared/api';
import { Id, type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { FeesService } from './fees.service';

@ApiTags('charges')
@Controller('api/spaces/:space')
export class FeesController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly fees: FeesService,
  ) {}

  @Post('fees')
  @Allow('charges:manage')
  @Answers(
    'Add one line for one organisation, in the month of its date',
    { status: 201, schema: FeePlaced },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'fee/month-closed',
    'fee/not-a-resident',
    'organisation/archived',
    'period/too-far',
  )
  async add(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Body({ schema: FeeDraft }) draft: FeeDraft,
    @RequestId() requestId: string,
  ): Promise<FeePlaced> {
    return this.fees.add({ person, space: await this.spaces.find(ref), requestId }, draft);
  }

  @Delete('fees/:id')
  @HttpCode(204)
  @Allow('charges:manage')
  @Answers(
    'Take a fee or a correction back while its month is open',
    { status: 204 },
    'not-signed-in',
    'not-allowed',
    'not-found',
    'fee/month-closed',
  )
  async withdraw(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @RequestId() requestId: string,
  ): Promise<void> {
    await this.fees.withdraw({ person, space: await this.spaces.find(ref), requestId }, id);
  }

  @Post('statement-lines/:id/corrections')
  @Allow('charges:manage')
  @Answers(
    'Correct a closed line by a new one in the first open month',
    { status: 201, schema: FeePlaced },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async correct(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: CorrectionDraft }) draft: CorrectionDraft,
    @RequestId() requestId: string,
  ): Promise<FeePlaced> {
    return this.fees.correct({ person, space: await this.spaces.find(ref), requestId }, id, draft);
  }
}
