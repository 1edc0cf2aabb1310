import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { Refusal } from '@bota/shared/api';

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] };
type Fault = { path: string; message: string };

const pathOf = ({ path = [] }: Issue) => path.map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.');

/** Bad input names every field and its rule. */
@Injectable()
export class Validation extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues: readonly Issue[]) =>
        new Refusal('invalid-input', { errors: issues.map((issue) => ({ path: pathOf(issue), message: issue.message })) }),
    });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    const faults = metadata.type === 'custom' ? [] : unwritable(value, metadata.data ?? '');
    if (faults.length > 0) throw new Refusal('invalid-input', { errors: faults });
    try {
      return (await super.transform(value, metadata)) as T;
    } catch (error) {
      throw error instanceof Refusal ? named(error, metadata.data ?? metadata.type) : error;
    }
  }
}

/** A parameter that is bad as a whole is named by the route, a body or a query by what it is. */
const named = ({ code, particulars }: Refusal, name: string): Refusal =>
  new Refusal(code, { ...particulars, errors: particulars.errors?.map((fault) => ({ ...fault, path: fault.path || name })) });

/** What turns the text around it the other way: names would read backwards beside ours (Unicode UTS 55, 3.1). */
const TURNS = /[\u202a-\u202e\u2066-\u2069]/;
/** Nothing but what cannot be seen, as a name of zero-width spaces. */
const UNSEEN = /^(?=.*\p{Cf})[\p{Cf}\s]+$/su;

/** JSON may carry what no database keeps as text (NUL, lone surrogates), and what no reader sees as text. */
function whyNotText(text: string): string | null {
  if (text.includes('\0') || !text.isWellFormed()) return 'holds a character that is no text';
  if (TURNS.test(text)) return 'holds a character that turns text around';
  return UNSEEN.test(text) ? 'holds no visible text' : null;
}

/** No request of ours has more parts within parts; what has could exhaust whoever reads it. */
const MOST_LEVELS = 32;

function unwritable(value: unknown, path: string, level = 0): Fault[] {
  if (typeof value === 'string') {
    const message = whyNotText(value);
    return message ? [{ path, message }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  if (level === MOST_LEVELS) return [{ path: path.split('.', 1).join(), message: `has more than ${MOST_LEVELS} parts within parts` }];
  return Object.entries(value).flatMap(([name, inner]) => unwritable(inner, path === '' ? name : `${path}.${name}`, level + 1));
}
