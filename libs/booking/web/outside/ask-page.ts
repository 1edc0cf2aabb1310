import { afterNextRender, Component, computed, effect, ElementRef, inject, Injector, input, linkedSignal, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatIcon } from '@angular/material/icon';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { Refusal } from '@bota/people/web';
import {
  DayField,
  Empty,
  ErrorSummary,
  type Explanation,
  FIELDS,
  Formats,
  PageHeader,
  problemOf,
  ProblemTexts,
  provideDays,
  Texts,
} from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { CalendarStore } from '../agenda/calendar-store';
import { keptDraft } from '../manage/kept-draft';
import { HouseStore } from '../rooms/house-store';
import { type AskDraft, type AskField, askOf, emptyAsk, wrongIn } from './ask-draft';
import { freeFor } from './ask-free';
import { Outside } from './outside.client';

/** Neighbours without an account ask for a room; the coordination hears of it once they have confirmed their address. */
@Component({
  selector: 'b75-ask',
  imports: [DayField, Empty, ErrorSummary, MatButton, MatFormFieldModule, MatIcon, MatInput, PageHeader, Refusal, RouterLink],
  providers: [CalendarStore, FIELDS, HouseStore, provideDays(() => inject(SpaceStore).zone)],
  templateUrl: './ask-page.html',
  styleUrl: './ask-page.scss',
})
export class AskPage {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  private readonly outside = inject(Outside);
  private readonly problems = inject(ProblemTexts);
  private readonly formats = inject(Formats);
  private readonly store = inject(HouseStore);
  private readonly injector = inject(Injector);
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef);
  /** From the address: the room one comes from, by its address, and wall times that were free there. */
  readonly room = input<string>();
  readonly start = input<string>();
  readonly end = input<string>();

  protected readonly isOpen = computed(() => this.space.space.hasValue() && this.space.space.value().neighboursMayAsk);
  protected readonly house = computed(() => (this.space.space.hasValue() ? this.space.space.value().name : ''));
  private readonly roomId = computed(() => this.space.roomBySlug(this.room() ?? '')?.id ?? '');
  private readonly fresh = computed(() => {
    const [start = '', end = ''] = [this.start(), this.end()];
    return emptyAsk(start.slice(0, 10), this.roomId(), { from: start.slice(11, 16), to: end.slice(11, 16) });
  });
  protected readonly draft = linkedSignal({
    source: this.roomId,
    computation: (roomId, before?: { value: AskDraft }) => (before ? { ...before.value, roomId } : this.fresh()),
  });
  /** Over a reload, for each room and time one came from. */
  private readonly kept = keptDraft(
    computed(() => (this.space.roomList.hasValue() ? `ask.${this.space.ref()}.${this.room() ?? ''}.${this.start() ?? ''}` : undefined)),
    this.draft,
    this.fresh,
  );
  private readonly wasSent = signal(false);
  protected readonly isBusy = signal(false);
  protected readonly refusal = signal<Explanation | null>(null);
  /** The address that a letter went to. */
  protected readonly sentTo = signal('');
  protected readonly wrong = computed<ReadonlySet<AskField>>(() => new Set(this.wasSent() ? wrongIn(this.draft()) : []));
  protected readonly errors = computed(() =>
    [...this.wrong()].map((field) => ({ field: `ask-${field}`, message: this.texts.t(`outside.needed.${field}`) })),
  );
  private readonly free = computed(() => freeFor(this.draft(), this.store.house(), this.store.from()));
  /** Nothing stands in the way of asking all the same. */
  protected readonly said = computed(() => {
    const free = this.free();
    if (!free) return null;
    const { is, room, rooms, spans, tooSmall } = free;
    const zone = this.space.zone();
    const ahead = spans.filter(({ end }) => end > this.store.now());
    const when = this.formats.list(ahead.map(({ start, end }) => this.formats.timeRange(start.toISOString(), end.toISOString(), zone)));
    const t = (key: string, facts: Record<string, string | number> = {}) => this.texts.t(`outside.free.${key}`, facts);
    const one = room && (is === 'free' ? t('room', { room: room.name }) : t(when ? 'otherwise' : 'never', { room: room.name, when }));
    const any = rooms.length > 0 ? t('any', { rooms: this.formats.list(rooms.map(({ name }) => name)) }) : t('none');
    const small = tooSmall && room ? ` ${t('small', { room: room.name, n: room.capacity ?? 0 })}` : '';
    return { isFree: is === 'free' && !tooSmall, text: `${one ?? any}${small}` };
  });
  /** Begins with the page: whoever fills it in takes longer than a program. */
  private stamp = this.isOpen() ? this.handOut() : Promise.resolve('');

  constructor() {
    effect(() => {
      const { date } = this.draft();
      if (date) this.store.from.set(date);
    });
  }

  protected set(change: Partial<AskDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  protected async send(): Promise<void> {
    this.wasSent.set(true);
    if (wrongIn(this.draft()).length || this.isBusy()) return;
    this.isBusy.set(true);
    this.refusal.set(null);
    try {
      const stamp = await this.stamp;
      await this.outside.ask(askOf(this.draft(), { language: this.texts.language(), stamp }));
      this.sentTo.set(this.draft().email.trim());
      this.kept.drop();
    } catch (error) {
      this.refusal.set(this.problems.explain(error));
      if (problemOf(error)?.code === 'outside/form-over') this.stamp = this.handOut();
    } finally {
      this.isBusy.set(false);
    }
  }

  /** The address was mistyped: all that was typed stands as it was. */
  protected correct(): void {
    this.sentTo.set('');
    const focus = () => this.element.nativeElement.querySelector<HTMLInputElement>('#ask-email')?.select();
    afterNextRender(focus, { injector: this.injector });
  }

  protected again(): void {
    this.sentTo.set('');
    this.wasSent.set(false);
    this.stamp = this.handOut();
    this.draft.update(({ name, organisation, email, phone }) => ({ ...emptyAsk(), name, organisation, email, phone }));
  }

  /** Without it nothing is taken, and sending says so. */
  private async handOut(): Promise<string> {
    return this.outside.form().then(
      ({ stamp }) => stamp,
      () => '',
    );
  }
}
