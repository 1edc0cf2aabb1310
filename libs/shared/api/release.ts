import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from './config';

/** Which web application this process serves: its page names every file by what is in it. Empty where none is served. */
@Injectable()
export class Release {
  readonly name: string;

  constructor(@Inject(CONFIG) { WEB_ROOT }: Config) {
    const page = WEB_ROOT ? path.resolve(WEB_ROOT, 'index.html') : '';
    this.name = page && existsSync(page) ? createHash('sha256').update(readFileSync(page)).digest('base64url').slice(0, 12) : '';
  }
}
