import { inject, Injectable } from '@angular/core';
import { Formats, type IconName, Texts } from '@bota/shared/ui';
import { RoomWords, SpaceStore } from '@bota/spaces/web';
import { ReasonTexts } from '../booking/reason-texts';
import { StateWords } from '../rooms/state-words';
import { bookingLink } from '../rooms/booking-link';
import type { Placed } from './placed';
import { type PlanMoment, slotAt } from './plan-moment';

/** How a place is shown: its look, a word, more about it, and where it leads. */
export type PlaceLook = {
  look: 'free' | 'taken' | 'closed' | 'office' | 'empty';
  icon: IconName;
  word: string;
  detail: string;
  link: string[] | null;
  params?: Record<string, string>;
  /** What the link does, where it does more than show. */
  act?: string;
};

const LOOKS = { free: 'free', taken: 'taken', pause: 'taken', closed: 'closed' } as const;

/** Places in the reader's words. Needs the texts `booking`, `plan`, `rooms` and `spaces`. */
@Injectable({ providedIn: 'root' })
export class PlaceWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly states = inject(StateWords);
  private readonly reasons = inject(ReasonTexts);
  private readonly rooms = inject(RoomWords);
  private readonly space = inject(SpaceStore);

  /** A room that is free at a chosen moment leads to its booking then; any other to its page. */
  look(placed: Placed, { at, isChosen }: Pick<PlanMoment, 'at' | 'isChosen'>, mayBook = false): PlaceLook {
    if (placed.is === 'office') return this.office(placed.occupants);
    const { state, room, against } = placed;
    const { word, detail, icon } = this.states.state(state, at);
    if (against) {
      const why = this.reasons.say(against, at.toISOString()).title;
      return {
        look: 'closed',
        icon: 'block',
        word: this.texts.t('plan.notThen'),
        detail: why,
        link: ['/', this.space.ref(), 'rooms', room.slug],
      };
    }
    if (state.is === 'free' && isChosen && mayBook) {
      const slot = slotAt(room, at, state.until);
      const { path, params } = bookingLink(this.space.ref(), this.space.zone(), room, slot);
      return {
        look: 'free',
        icon,
        word,
        detail,
        link: path,
        params,
        act: this.texts.t('rooms.find.book', { range: this.states.range(slot) }),
      };
    }
    return { look: LOOKS[placed.state.is], icon, word, detail, link: ['/', this.space.ref(), 'rooms', placed.room.slug] };
  }

  /** `24 places`, `Salle A et Salle B`, `6 postes`. */
  about({ room }: Placed): string {
    const desks = room.desks === null ? '' : this.texts.count('plan.desks', room.desks);
    return [this.rooms.places(room), desks, this.rooms.parts(room)].filter(Boolean).join(' · ');
  }

  resident = (slug: string): string[] => ['/', this.space.ref(), 'residents', slug];

  private office(occupants: Extract<Placed, { is: 'office' }>['occupants']): PlaceLook {
    const [first] = occupants;
    if (!first) return { look: 'empty', icon: 'door_open', word: this.texts.t('plan.empty'), detail: '', link: null };
    const names = occupants.map(({ organisation, desks }) =>
      desks === null ? organisation.name : `${organisation.name} (${this.texts.count('plan.desks', desks)})`,
    );
    const link = ['/', this.space.ref(), 'residents', ...(occupants.length === 1 ? [first.organisation.slug] : [])];
    return { look: 'office', icon: 'group', word: this.formats.list(names), detail: '', link };
  }
}
