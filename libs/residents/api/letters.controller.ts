import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LetterList, type LetterTemplate, LetterTemplateList } from '@bota/residents/domain';
import { Allow, Answers, CurrentPerson } from '@bota/shared/api';
import { type SignedIn, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { LettersService } from './letters.service';

@ApiTags('residents')
@Controller('api/spaces/:space')
export class LettersController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly letters: LettersService,
  ) {}

  @Get('letters')
  @Allow('outbox:read')
  @Answers('The outbox of the house (coordinators)', { schema: LetterList }, 'not-signed-in', 'not-allowed', 'not-found')
  async list(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<LetterList> {
    return this.letters.list(person, await this.spaces.find(ref));
  }

  @Get('letter-templates')
  @Allow('outbox:read')
  @Answers(
    'Each kind of letter, with invented facts, in each language',
    { schema: LetterTemplateList },
    'not-signed-in',
    'not-allowed',
    'not-found',
  )
  async templates(
    @CurrentPerson() person: SignedIn,
    @Param('space', { schema: SpaceRef }) ref: string,
  ): Promise<{ items: LetterTemplate[] }> {
    return this.letters.templates(person, await this.spaces.find(ref));
  }
}
