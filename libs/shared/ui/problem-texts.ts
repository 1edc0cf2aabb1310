import { HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { Problem } from '@bota/shared/domain';
import { Texts } from './texts';

/** What happened, what to do, and what to quote when asking for help. */
export type Explanation = { title: string; text: string; reference: string | null; kind: 'offline' | 'forbidden' | 'missing' | 'failed' };

/** The HTTP answer behind an error: resources wrap it in another one. */
export function answerOf(error: unknown): HttpErrorResponse | null {
  if (error instanceof HttpErrorResponse) return error;
  return error instanceof Error && error.cause instanceof HttpErrorResponse ? error.cause : null;
}

/** The problem a refused request was answered with, or null when it was answered otherwise or not at all. */
export function problemOf(error: unknown): Problem | null {
  const parsed = Problem.safeParse(answerOf(error)?.error);
  return parsed.success ? parsed.data : null;
}

/** By `ui.problem.<name>`: what a status means when its code has no text of its own. */
export const STATUS_TEXTS: Record<number, string> = {
  0: 'offline',
  400: 'invalid',
  401: 'signedOut',
  403: 'forbidden',
  404: 'missing',
  405: 'invalid',
  409: 'conflict',
  412: 'stale',
  415: 'invalid',
  422: 'invalid',
  429: 'tooMany',
};

/** Says a failed request in the reader's words: by the text `<set>.problem.<code>` of any loaded set, else by its status. */
@Injectable({ providedIn: 'root' })
export class ProblemTexts {
  private readonly texts = inject(Texts);

  explain(error: unknown): Explanation {
    const problem = problemOf(error);
    const status = answerOf(error)?.status ?? -1;
    const general = `ui.problem.${STATUS_TEXTS[status] ?? (status >= 500 ? 'server' : 'unknown')}`;
    const own = problem && this.ofCode(problem.code);
    return {
      title: own ?? this.texts.t(`${general}.title`),
      text: own ? '' : this.texts.t(`${general}.text`),
      reference: problem?.instance ?? answerOf(error)?.headers.get('x-request-id') ?? null,
      kind: status === 0 ? 'offline' : status === 403 ? 'forbidden' : status === 404 ? 'missing' : 'failed',
    };
  }

  /** The sentence a feature has for this code, if any. */
  ofCode(code: string): string | null {
    const key = this.texts
      .names()
      .map((set) => `${set}.problem.${code}`)
      .find(this.texts.has);
    return key ? this.texts.t(key) : null;
  }
}
