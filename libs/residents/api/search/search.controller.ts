import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, CurrentActor, Public } from '@bota/shared/api';
import { type Actor, SearchQuery, SearchResults, SpaceRef } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';
import { SearchService } from './search.service';

@ApiTags('residents')
@Controller('api/spaces/:space/search')
export class SearchController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly search: SearchService,
  ) {}

  @Get()
  @Public('finds nothing but what its reader may see')
  @Answers('Rooms, organisations, people and bookings, by words and by likeness', { schema: SearchResults }, 'not-found')
  async find(
    @CurrentActor() actor: Actor,
    @Param('space', { schema: SpaceRef }) ref: string,
    @Query({ schema: SearchQuery }) query: SearchQuery,
  ): Promise<SearchResults> {
    return { items: await this.search.find(actor, await this.spaces.find(ref), query) };
  }
}
