import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Allow, Answers, Clock, CurrentPerson, Tasks, refuse } from '@bota/shared/api';
import { type SignedIn, SpaceRef, TaskList, can, dateOf } from '@bota/shared/domain';
import { SpacesService } from '@bota/spaces/api';

@ApiTags('residents')
@Controller('api/spaces/:space/tasks')
export class TasksController {
  constructor(
    private readonly spaces: SpacesService,
    private readonly tasks: Tasks,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('house:tasks')
  @Answers('What waits for the coordinators, most pressing first', { schema: TaskList }, 'not-signed-in', 'not-allowed', 'not-found')
  async list(@CurrentPerson() person: SignedIn, @Param('space', { schema: SpaceRef }) ref: string): Promise<TaskList> {
    const { id: spaceId, zone } = await this.spaces.find(ref);
    if (!can(person, 'house:tasks', { spaceId })) refuse('not-allowed');
    const now = this.clock.now();
    return { items: await this.tasks.of({ spaceId, zone, now, today: dateOf(now, zone) }) };
  }
}
