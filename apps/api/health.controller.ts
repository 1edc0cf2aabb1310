import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { Answers, Public, refuse } from '@bota/shared/api';

const Health = z.object({ status: z.literal('ok') }).meta({ id: 'Health' });
type Health = z.infer<typeof Health>;

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly db: DataSource) {}

  @Get('live')
  @Public('the supervisor asks without an account')
  @Answers('The process runs', { schema: Health })
  live(): Health {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public('the load balancer asks without an account')
  @Answers('The process can serve: the database answers', { schema: Health }, 'unavailable')
  async ready(): Promise<Health> {
    await this.db.query('SELECT 1').catch(() => refuse('unavailable'));
    return { status: 'ok' };
  }
}
