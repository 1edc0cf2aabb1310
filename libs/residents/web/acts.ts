import { inject, Injectable, signal } from '@angular/core';
import { type Explanation, Notices, ProblemTexts } from '@bota/shared/ui';

/** Does something that may be refused: afterwards it is said, or why not. Provided by each section that shows `refusal`. */
@Injectable()
export class Acts {
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  readonly refusal = signal<Explanation | null>(null);
  readonly isBusy = signal(false);

  /** Whether it was done. */
  async attempt<Done>(act: () => Promise<Done>, said: string | ((done: Done) => string)): Promise<boolean> {
    if (this.isBusy()) return false;
    this.refusal.set(null);
    this.isBusy.set(true);
    try {
      const done = await act();
      this.notices.say(typeof said === 'string' ? said : said(done));
      return true;
    } catch (error) {
      this.explain(error);
      return false;
    } finally {
      this.isBusy.set(false);
    }
  }

  explain(error: unknown): void {
    this.refusal.set(this.problems.explain(error));
  }
}
