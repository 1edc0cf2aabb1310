import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config';

/** The only place that knows what time it is. */
@Injectable()
export class Clock {
  private readonly ahead: number;

  constructor(@Inject(CONFIG) config: Config) {
    this.ahead = config.BOTA_NOW ? Date.parse(config.BOTA_NOW) - Date.now() : 0;
  }

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }
}
