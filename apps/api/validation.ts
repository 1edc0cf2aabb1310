import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Refusal } from '@bota/shared/api';

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] };

const pathOf = ({ path = [] }: Issue) => path.map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.');

/** Bad input names every field and its rule. */
export const validation = () =>
  new StandardSchemaValidationPipe({
    exceptionFactory: (issues: readonly Issue[]) =>
      new Refusal('invalid-input', { errors: issues.map((issue) => ({ path: pathOf(issue), message: issue.message })) }),
  });
