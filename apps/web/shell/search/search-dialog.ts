import { httpResource } from '@angular/common/http';
import { Component, computed, effect, type ElementRef, inject, linkedSignal, signal, viewChildren } from '@angular/core';
import { MatDialogRef } from '@angular/material/dialog';
import { MatIcon } from '@angular/material/icon';
import { Router, RouterLink } from '@angular/router';
import { SearchResults } from '@bota/shared/domain';
import { Failure, lastKnown, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { type Found, foundBy } from './found';

const PAUSE_MS = 150;

/** Type, go down, Enter: rooms, organisations, people, bookings, and the places of the house. */
@Component({
  selector: 'b75-search-dialog',
  imports: [Failure, MatIcon, RouterLink],
  templateUrl: './search-dialog.html',
  styleUrl: './search-dialog.scss',
})
export class SearchDialog {
  protected readonly dialog = inject<MatDialogRef<SearchDialog>>(MatDialogRef);
  protected readonly texts = inject(Texts);
  private readonly router = inject(Router);
  private readonly space = inject(SpaceStore).ref;
  private readonly groupsFor = foundBy();

  protected readonly text = signal('');
  private readonly asked = signal('');
  protected readonly results = httpResource(
    () => (this.asked().length < 2 ? undefined : `/api/spaces/${this.space()}/search?q=${encodeURIComponent(this.asked())}`),
    { parse: (answer) => SearchResults.parse(answer) },
  );
  private readonly known = lastKnown(this.results);
  /** What was found stays until the next answer, so that the list does not jump while typing. */
  private readonly hits = computed(() => (this.asked().length < 2 ? [] : (this.known()?.value.items ?? [])));
  protected readonly groups = computed(() => this.groupsFor(this.text().trim(), this.hits()));
  protected readonly items = computed(() => this.groups().flatMap(({ items }) => items));
  protected readonly active = linkedSignal<readonly Found[], number>({ source: this.items, computation: () => 0 });
  protected readonly isSettled = computed(() => this.text().trim() === this.asked() && !this.results.isLoading());
  protected readonly count = computed(() =>
    this.isSettled() && this.asked() ? this.texts.count('search.count', this.items().length) : '',
  );
  private readonly lines = viewChildren<ElementRef<HTMLElement>>('line');

  constructor() {
    effect((onCleanup) => {
      const text = this.text().trim();
      const timer = setTimeout(() => this.asked.set(text), PAUSE_MS);
      onCleanup(() => clearTimeout(timer));
    });
    effect(() => this.lines()[this.active()]?.nativeElement.scrollIntoView?.({ block: 'nearest' }));
  }

  protected indexOf = (item: Found): number => this.items().indexOf(item);

  protected onKey(event: KeyboardEvent): void {
    const count = this.items().length;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && count > 0) this.active.update((at) => (at + step + count) % count);
    else if (event.key === 'Enter') this.go(this.items()[this.active()]);
    else return;
    event.preventDefault();
  }

  protected go(item: Found | undefined): void {
    if (!item) return;
    this.dialog.close();
    void this.router.navigate(item.link, { queryParams: item.query });
  }
}
