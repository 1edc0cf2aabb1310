import { computed, inject, Injectable } from '@angular/core';
import { Router } from '@angular/router';
import { Session } from '@bota/people/web';
import { Notices, ProblemTexts, Texts } from '@bota/shared/ui';

/** What the account menu and the sheet on phone say and do. */
@Injectable({ providedIn: 'root' })
export class Account {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly notices = inject(Notices);
  private readonly problems = inject(ProblemTexts);
  private readonly texts = inject(Texts);

  readonly person = computed(() => this.session.me()?.person);
  readonly organisations = computed(() => this.session.me()?.memberships.map(({ organisation }) => organisation) ?? []);
  readonly badge = computed(
    () => this.organisations()[0] ?? { initials: initialsOf(this.person()?.displayName ?? ''), hue: 1, pattern: 1 },
  );

  async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/sign-in');
      this.notices.say(this.texts.t('shell.account.signedOut'));
    } catch (error) {
      this.notices.say(this.problems.explain(error).title);
    }
  }
}

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => word.charAt(0).toUpperCase())
    .join('');
