import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import type { PlanFloor } from '@bota/residents/domain';
import { OrgBadge, orgClasses, Texts } from '@bota/shared/ui';
import { PlaceWords } from './place-words';
import type { PlanMoment } from './plan-moment';
import { boxStyle, type Placed } from './placed';

/** A floor as it is drawn: each place where it lies, over the drawing when there is one. A list beside it says the same. */
@Component({
  selector: 'b75-floor-plan',
  imports: [MatIcon, NgTemplateOutlet, OrgBadge, RouterLink],
  templateUrl: './floor-plan.html',
  styleUrls: ['./sheet.scss', './floor-plan.scss'],
})
export class FloorPlan {
  protected readonly texts = inject(Texts);
  private readonly words = inject(PlaceWords);
  readonly floor = input.required<PlanFloor>();
  readonly placed = input.required<readonly Placed[]>();
  readonly moment = input.required<PlanMoment>();
  readonly mayBook = input(false);

  protected readonly boxes = computed(() =>
    this.placed().flatMap((placed) => {
      const { room } = placed;
      if (!room.outline) return [];
      const look = this.words.look(placed, this.moment(), this.mayBook());
      const organisations = placed.is === 'office' ? placed.occupants.map(({ organisation }) => organisation) : [];
      const own = organisations.length === 1 ? `ev ${orgClasses(organisations[0])}` : '';
      const label = [room.name, look.word, look.detail, look.act].filter(Boolean).join(', ');
      return [
        {
          id: room.id,
          name: room.name,
          ...look,
          organisations,
          label,
          classes: `box ${look.look} ${own}`,
          style: boxStyle(room.outline, this.floor()),
        },
      ];
    }),
  );
}
