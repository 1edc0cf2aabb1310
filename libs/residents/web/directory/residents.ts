import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { Router, RouterLink } from '@angular/router';
import { Empty, Failure, FIELDS, PageHeader, SectionHeader, Segments, Skeleton, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { ResidentsStore } from '../residents-store';
import { findResidents } from './finding';

const SHOWN = ['all', 'here', 'gone'] as const;
type Shown = (typeof SHOWN)[number];
import { ResidentRow } from './resident-row';

/** Who lives in the house: by name, those who left apart. */
@Component({
  selector: 'b75-residents',
  imports: [
    Empty,
    Failure,
    MatButton,
    MatFormFieldModule,
    MatIcon,
    MatInput,
    PageHeader,
    ResidentRow,
    RouterLink,
    SectionHeader,
    Segments,
    Skeleton,
  ],
  providers: [FIELDS],
  templateUrl: './residents.html',
  styleUrl: './residents.scss',
})
export class Residents {
  protected readonly texts = inject(Texts);
  protected readonly store = inject(ResidentsStore);
  protected readonly space = inject(SpaceStore);
  private readonly router = inject(Router);
  protected readonly sought = signal('');
  /** Whom to show, in the address. */
  readonly show = input<string>();
  protected readonly shown = computed<Shown>(() => SHOWN.find((one) => one === this.show()) ?? 'all');
  protected readonly segments = computed(() => SHOWN.map((value) => ({ value, text: this.texts.t(`residents.show.${value}`) })));
  protected readonly mayAdd = computed(() => this.space.space.hasValue() && this.space.space.value().may.configure);
  private readonly all = computed(() => (this.store.residents.hasValue() ? this.store.residents.value().items : []));
  protected readonly hasGone = computed(() => this.all().some(({ status }) => status === 'ended'));
  protected readonly found = computed(() => {
    const { here, coming, gone } = findResidents(this.all(), this.sought());
    const groups = [
      { name: 'here', heading: 'residents.here', residents: here },
      { name: 'coming', heading: 'residents.coming', residents: coming },
      { name: 'gone', heading: 'residents.gone', residents: gone },
    ] as const;
    return groups.filter(({ name, residents }) => residents.length > 0 && (this.shown() === 'all' || this.shown() === name));
  });
  protected readonly count = computed(() => this.found().reduce((sum, { residents }) => sum + residents.length, 0));

  protected pick(show: Shown): void {
    void this.router.navigate([], { queryParams: { show: show === 'all' ? null : show }, queryParamsHandling: 'merge' });
  }
}
