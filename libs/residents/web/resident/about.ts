import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type OrganisationDetails, formatEnterpriseNumber } from '@bota/people/domain';
import { Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import type { Wish } from '@bota/residents/domain';
import { PlaceWords } from '../place-words';

/** The facts of an organisation: its form, number, website, and where it sits in the house. */
@Component({
  selector: 'b75-about',
  imports: [RouterLink],
  template: `<dl>
    <div>
      <dt>{{ texts.t('residents.form.kind') }}</dt>
      <dd>{{ texts.t('residents.kind.' + organisation().kind) }}</dd>
    </div>
    @if (organisation().enterpriseNumber; as number) {
      <div>
        <dt>{{ texts.t('residents.form.enterpriseNumber') }}</dt>
        <dd>{{ format(number) }}</dd>
      </div>
    }
    @if (organisation().website; as website) {
      <div>
        <dt>{{ texts.t('residents.form.website') }}</dt>
        <dd>
          <a [href]="website" rel="noopener">{{ shown() }}</a>
        </dd>
      </div>
    }
    @if (places().length) {
      <div>
        <dt>{{ texts.t('residents.places') }}</dt>
        <dd>
          @for (place of places(); track place.id; let last = $last) {
            @if (place.slug) {
              <a [routerLink]="['/', space.ref(), 'rooms', place.slug]">{{ place.text }}</a>
            } @else {
              {{ place.text }}
            }
            {{ last ? '' : '· ' }}
          }
        </dd>
      </div>
    }
  </dl>`,
  styles: `
    dl {
      display: flex;
      flex-wrap: wrap;
      gap: 12px 40px;
      margin-top: 20px;
    }
    dt {
      font: var(--mat-sys-body-small);
      color: var(--mat-sys-on-surface-variant);
    }
    dd {
      overflow-wrap: anywhere;
    }
  `,
})
export class About {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly words = inject(PlaceWords);
  readonly organisation = input.required<OrganisationDetails>();
  readonly occupies = input.required<readonly Wish[]>();
  protected readonly format = formatEnterpriseNumber;
  protected readonly shown = computed(() => (this.organisation().website ?? '').replace(/^https?:\/\/(www\.)?|\/$/g, ''));
  /** A room that can be booked has a page of its own. */
  protected readonly places = computed(() =>
    this.occupies().flatMap((wish) => {
      const room = this.space.room(wish.roomId);
      return room ? [{ id: room.id, slug: room.bookable ? room.slug : '', text: this.words.place(wish) }] : [];
    }),
  );
}
