import { applyDecorators } from '@nestjs/common';
import { ApiOperation, ApiResponse } from '@nestjs/swagger';
import { Problem } from '@bota/shared/domain';
import { REFUSALS, type RefusalCode } from './refusal';

type Schema = NonNullable<Extract<Parameters<typeof ApiResponse>[0], { standardSchema?: unknown }>['standardSchema']>;

/** Documents a handler: what it does, what it answers, and with which problems it may refuse. */
export function Answers(summary: string, answer: { status?: number; schema?: Schema }, ...refusals: RefusalCode[]) {
  const status = answer.status ?? 200;
  return applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status, description: summary, ...(answer.schema && { standardSchema: answer.schema }) }),
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
