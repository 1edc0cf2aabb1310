import { HttpClient, httpResource } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Injectable, signal } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { debounceTime, distinctUntilChanged, filter, firstValueFrom, interval, switchMap } from 'rxjs';
import { CODE_MINUTES, DisplayAnswer, Pairing } from '@bota/booking/domain';
import { Connection, lastKnown } from '@bota/shared/ui';
import { Live } from '../live';
import type { House } from '../rooms/availability';
import { minutely } from '../rooms/minutely';

const LIVE_PAUSE_MS = 150;
/** Beside the live stream, and so that the house knows that the screen is alive. */
const EVERY_MS = 60_000;
const WHILE_WAITING_MS = 3000;
const CODE_MS = CODE_MINUTES * 60_000;
const ASK_AGAIN_MS = 30_000;

/** What this screen shows, as long as it is paired: read again with each change, kept on show while the house cannot be reached. */
@Injectable()
export class DisplayStore {
  private readonly http = inject(HttpClient);
  private readonly connection = inject(Connection);
  private readonly minute = minutely();
  private readonly resource = httpResource(() => '/api/display', { parse: (answer) => DisplayAnswer.parse(answer) });
  private readonly known = lastKnown(this.resource);

  /** Null: no paired screen. Undefined: not known yet. */
  readonly shown = computed(() => this.known()?.value.shown);
  readonly pairing = signal<Pairing | null>(null);
  /** Since when nothing new came. */
  readonly staleSince = computed(() => (this.connection.isOffline() || this.resource.error() ? (this.known()?.at ?? null) : null));
  private askedAt = 0;
  private readonly slug = computed(() => this.shown()?.house.slug ?? '');
  /** By how much the clock of the screen is wrong. */
  private readonly drift = computed(() => {
    const known = this.known();
    return known?.value.shown ? new Date(known.value.shown.now).getTime() - known.at.getTime() : 0;
  });
  readonly now = computed(() => new Date(this.minute().getTime() + Math.round(this.drift() / EVERY_MS) * EVERY_MS));
  readonly house = computed<House | null>(() => {
    const shown = this.shown();
    return shown ? { rooms: shown.rooms.items, ...shown.calendar, zone: shown.house.zone } : null;
  });

  constructor() {
    this.follow();
    this.loadAnewWithEachRelease();
    // A screen without a house has a code to show, and another when that is over.
    effect(() => {
      if (this.shown() === null) void this.ask();
      else this.pairing.set(null);
    });
  }

  private follow(): void {
    const live = inject(Live);
    toObservable(this.slug)
      .pipe(
        distinctUntilChanged(),
        filter(Boolean),
        switchMap((slug) => live.of(slug)),
        debounceTime(LIVE_PAUSE_MS),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.resource.reload());
    interval(EVERY_MS)
      .pipe(takeUntilDestroyed())
      .subscribe(() => this.resource.reload());
    interval(WHILE_WAITING_MS)
      .pipe(
        filter(() => this.shown() === null),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.wait());
    const watch = new AbortController();
    addEventListener('online', () => this.resource.reload(), { signal: watch.signal });
    inject(DestroyRef).onDestroy(() => watch.abort());
  }

  /** Files of another version have other names: what is loaded would look for those that are gone. */
  private loadAnewWithEachRelease(): void {
    let first: string | undefined;
    effect(() => {
      const release = this.shown()?.release;
      if (release === undefined) return;
      first ??= release;
      if (release !== first) void this.loadAnew();
    });
  }

  /** A page that cannot be had just now is not gone to: nobody stands there to try again. The next answer does. */
  private async loadAnew(): Promise<void> {
    try {
      await firstValueFrom(this.http.get(location.pathname, { responseType: 'text' }));
      location.reload();
    } catch {
      // What is known stays on show.
    }
  }

  /** Counted since it was asked for: the clock of a screen may say anything. */
  private wait(): void {
    const waited = performance.now() - this.askedAt;
    if (waited >= (this.pairing() ? CODE_MS : ASK_AGAIN_MS)) void this.ask();
    this.resource.reload();
  }

  private async ask(): Promise<void> {
    this.askedAt = performance.now();
    try {
      this.pairing.set(Pairing.parse(await firstValueFrom(this.http.post('/api/display/pairing', {}))));
    } catch {
      // Asked too often, or out of reach: the next turn asks again.
      this.pairing.set(null);
    }
  }
}
