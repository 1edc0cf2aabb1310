import { Component, computed, input } from '@angular/core';

export type Badge = { initials: string; hue: number; pattern: number };

/** Classes that give an element an organisation's hue and band pattern: `class="ev" [class]="orgClasses(organisation)"`. */
export const orgClasses = (organisation: Pick<Badge, 'hue' | 'pattern'> | undefined): string =>
  organisation ? `o${organisation.hue} p${organisation.pattern}` : 'priv';

/** Initials of an organisation on its colour. Decoration: its name stands beside it or in the label of the button. */
@Component({
  selector: 'ui-org-badge',
  host: { '[class]': 'classes()', 'aria-hidden': 'true' },
  template: `{{ organisation().initials }}`,
  styles: `
    :host {
      display: inline-grid;
      flex: none;
      place-items: center;
      width: 32px;
      height: 32px;
      border-radius: 8px;
      background: var(--m);
      font: 700 12px/1 var(--b75-text);
      font-variant-numeric: normal;
      color: var(--om);
      letter-spacing: 0.01em;
    }
    :host(.small) {
      width: 24px;
      height: 24px;
      border-radius: 6px;
      font-size: 10px;
    }
    :host(.large) {
      width: 48px;
      height: 48px;
      border-radius: 12px;
      font-size: 17px;
    }
  `,
})
export class OrgBadge {
  readonly organisation = input.required<Badge>();
  readonly size = input<'small' | 'medium' | 'large'>('medium');
  protected readonly classes = computed(() => `${orgClasses(this.organisation())} ${this.size()}`);
}
