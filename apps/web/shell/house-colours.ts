import { DestroyRef, DOCUMENT, effect, inject } from '@angular/core';
import { brandTones } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';

/** Paints the frame in the colour of the house: Material's roles, in tones that can be read. */
export function paintHouse(): void {
  const { space } = inject(SpaceStore);
  const { style } = inject(DOCUMENT).documentElement;
  const painted = new Set<string>();
  const clear = () => painted.forEach((name) => style.removeProperty(name));
  effect(() => {
    const colour = space.hasValue() ? space.value().colour : null;
    clear();
    for (const [role, { light, dark }] of Object.entries(colour ? brandTones(colour) : {})) {
      const name = `--mat-sys-${role}`;
      painted.add(name);
      style.setProperty(name, `light-dark(${light}, ${dark})`);
    }
  });
  inject(DestroyRef).onDestroy(clear);
}
