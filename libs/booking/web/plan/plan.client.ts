import { inject } from '@angular/core';
import { resourceFor } from '@bota/people/web';
import { Plan } from '@bota/residents/domain';
import { SpaceStore } from '@bota/spaces/web';

/** The floors as they are drawn, and who sits where. */
export const planResource = () => {
  const space = inject(SpaceStore);
  return resourceFor(
    () => space.ref() && `/api/spaces/${space.ref()}/plan`,
    (answer) => Plan.parse(answer),
  );
};
