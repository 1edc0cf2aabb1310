import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Problem } from '@bota/shared/domain';
import { REFUSALS, type RefusalCode } from './refusal';

type Schema = NonNullable<Extract<Parameters<typeof ApiResponse>[0], { standardSchema?: unknown }>['standardSchema']>;

/** `file`: it answers with one, of these media types. */
type Answer = { status?: number; schema?: Schema; file?: readonly string[] };

/** Documents a handler: what it does, what it answers, and with which problems it may refuse. */
export function Answers(summary: string, { status = 200, schema, file = [] }: Answer, ...refusals: RefusalCode[]) {
  const content = Object.fromEntries(file.map((media) => [media, { schema: { type: 'string', format: 'binary' } }]));
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status, description: summary, ...(schema && { standardSchema: schema }), ...(file.length > 0 && { content }) }),
    ...byStatus(['invalid-input', ...refusals]).map(([code, names]) =>
      ApiResponse({ status: code, description: names.join(', '), content: undefined, standardSchema: Problem as Schema }),
    ),
  );
}

function byStatus(codes: RefusalCode[]): [number, string[]][] {
  const statuses = new Map<number, string[]>();
  for (const code of codes) statuses.set(REFUSALS[code][0], [...(statuses.get(REFUSALS[code][0]) ?? []), code]);
  return [...statuses];
}
