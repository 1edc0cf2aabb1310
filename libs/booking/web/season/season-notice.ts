import { Component, computed, inject } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { SeasonRoundList } from '@bota/booking/domain';
import { resourceFor, Session } from '@bota/people/web';
import { Formats, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';

/** On the page of today, for members of residents: the round they may wish or appeal in now. Nothing when there is none. */
@Component({
  selector: 'b75-season-notice',
  imports: [MatIcon, RouterLink],
  template: `@for (notice of notices(); track notice.id) {
    <p class="note">
      <mat-icon svgIcon="event_repeat" />
      <span
        ><b>{{ notice.name }}</b> · {{ notice.until }} <a [routerLink]="['/', space.ref(), 'season', notice.id]">{{ notice.act }}</a></span
      >
    </p>
  }`,
  styles: ':host { display: contents }',
})
export class SeasonNotice {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly space = inject(SpaceStore);
  private readonly rounds = resourceFor(
    () => {
      const isResident = this.space.space.hasValue() && this.space.space.value().may.book && !!this.session.me()?.memberships.length;
      return isResident ? `/api/spaces/${this.space.ref()}/season-rounds` : undefined;
    },
    (answer) => SeasonRoundList.parse(answer),
  );
  protected readonly notices = computed(() =>
    (this.rounds.hasValue() ? this.rounds.value().items : []).flatMap(({ id, name, may, wishesUntil, appealsUntil }) => {
      const until = may.wish ? wishesUntil : may.appeal ? appealsUntil : null;
      if (!until) return [];
      const what = may.wish ? 'wish' : 'appeal';
      const date = this.formats.date(until, 'dated');
      return [{ id, name, until: this.texts.t(`today.season.${what}Until`, { date }), act: this.texts.t(`today.season.${what}`) }];
    }),
  );
}
