import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { z } from 'zod';
import { refuse } from './refusal';

type WithHeaders = { headers: Record<string, string | string[] | undefined> };

const read = createParamDecorator(({ name, schema }: { name: string; schema: z.ZodType }, context: ExecutionContext): unknown => {
  const parsed = schema.safeParse(context.switchToHttp().getRequest<WithHeaders>().headers[name]);
  if (parsed.success) return parsed.data;
  return refuse('invalid-input', { errors: parsed.error.issues.map(({ message }) => ({ path: name, message })) });
});

/** A request header, checked like a body: Nest's own `@Headers` takes no schema. */
export const Header = (name: string, schema: z.ZodType) => read({ name, schema });
