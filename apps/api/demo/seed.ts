import type { INestApplication } from '@nestjs/common';

export async function seedDemo(_app: INestApplication): Promise<void> {
  return Promise.resolve();
}
