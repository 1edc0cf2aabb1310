import { HttpClient, httpResource } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Injectable } from '@angular/core';
import { takeUntilDestroyed, toObservable } from '@angular/core/rxjs-interop';
import { debounceTime, distinctUntilChanged, filter, firstValueFrom, interval, switchMap } from 'rxjs';
import { CODE_MINUTES, DisplayAnswer } from '@bota/booking/domain';
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
  /** The code that all pages of this browser show: one of them asked for it. */
  readonly pairing = computed(() => this.known()?.value.pairing ?? null);
  /** Since when nothing new came. */
  readonly staleSince = computed(() => (this.connection.isOffline() || this.resource.error() ? (this.known()?.at ?? null) : null));
  private asksAgainAt = 0;
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
    // Each answer says whether there is a code to show: never asked for on what was known before, so that no page takes a paired screen away.
    effect(() => {
      const answer = this.known()?.value;
      if (answer?.shown === null && answer.pairing === null) void this.ask();
      else this.asksAgainAt = 0;
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
      .subscribe(() => this.resource.reload());
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

  /** Soon again when it failed; not before its ten minutes where a browser keeps no cookie, and so has no code. */
  private async ask(): Promise<void> {
    if (performance.now() < this.asksAgainAt) return;
    this.asksAgainAt = performance.now() + ASK_AGAIN_MS;
    try {
      await firstValueFrom(this.http.post('/api/display/pairing', {}));
      this.asksAgainAt = performance.now() + CODE_MS;
      this.resource.reload();
    } catch {
      // Asked too often, or out of reach: a later answer asks again.
    }
  }
}
