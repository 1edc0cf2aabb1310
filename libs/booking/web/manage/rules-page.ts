import { Component, computed, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatFormFieldModule } from '@angular/material/form-field';
import { MatInput } from '@angular/material/input';
import { RouterLink } from '@angular/router';
import { type AffectedBookings, concerns } from '@bota/booking/domain';
import { Refusal } from '@bota/people/web';
import { Acts } from '@bota/residents/web';
import { capital, Empty, ErrorSummary, Failure, FIELDS, SectionHeader, Skeleton, Texts } from '@bota/shared/ui';
import type { ManagedRoom } from '@bota/spaces/domain';
import { SpaceStore } from '@bota/spaces/web';
import { RuleList } from '../rooms/rule-list';
import { AffectedList } from './affected-list';
import { ClosureWords } from './closure-words';
import { keptDraft } from './kept-draft';
import { Manage, closuresResource, managedRoomsResource } from './manage.client';
import { RoomTabs } from './room-tabs';
import { RulesFields } from './rules-fields';
import { readableRules, ruleFaults, rulesForm, rulesOf } from './rules-form';
import { versionedForm } from './versioned-form';

/** The rules of one room, and beside them how residents read them. */
@Component({
  selector: 'b75-room-rules',
  imports: [
    AffectedList,
    Empty,
    ErrorSummary,
    Failure,
    MatButton,
    MatFormFieldModule,
    MatInput,
    Refusal,
    RoomTabs,
    RouterLink,
    RuleList,
    RulesFields,
    SectionHeader,
    Skeleton,
  ],
  providers: [Acts, FIELDS],
  templateUrl: './rules-page.html',
  styleUrls: ['./manage.scss', './rules-page.scss'],
})
export class RoomRulesPage {
  protected readonly texts = inject(Texts);
  protected readonly space = inject(SpaceStore);
  protected readonly acts = inject(Acts);
  protected readonly capital = capital;
  private readonly manage = inject(Manage);
  /** Slug in the address. */
  readonly room = input.required<string>();
  protected readonly rooms = managedRoomsResource();
  private readonly closureWords = inject(ClosureWords);
  private readonly closures = closuresResource();
  private readonly bookable = computed(() =>
    this.rooms.hasValue() ? (this.rooms.value()?.items.filter(({ bookable, archivedAt }) => bookable && !archivedAt) ?? []) : [],
  );
  protected readonly found = computed(() => this.bookable().find(({ slug }) => slug === this.room()));
  protected readonly others = computed(() => this.bookable().filter(({ id }) => id !== this.found()?.id));
  private readonly version = computed(() => `${this.found()?.id} ${this.found()?.version}`);
  private readonly fresh = computed(() => rulesForm(this.found()?.ownRules, this.texts.language()));
  private readonly versioned = versionedForm(this.version, this.fresh, () => this.rooms.reload());
  protected readonly form = this.versioned.form;
  private readonly kept = keptDraft(
    computed(() => (this.found() ? `rules.${this.space.ref()}.${this.room()}` : undefined)),
    this.form,
    this.fresh,
  );
  private readonly wasSent = signal(false);
  private readonly faults = computed(() => (this.wasSent() ? ruleFaults(this.form()) : []));
  protected readonly wrong = computed(() => this.faults().map(({ field }) => field));
  protected readonly errors = computed(() =>
    this.faults().map(({ field, message, layout }) => ({
      field,
      message: this.texts.t(`manage.rules.wrong.${message}`, { layout: layout ? this.texts.t(`spaces.layout.${layout}`) : '' }),
    })),
  );
  protected readonly affected = signal<AffectedBookings | undefined>(undefined);
  /** The room whose rules were taken over last. */
  protected readonly copied = signal('');
  /** As residents will read it: without hours of its own the room is open when the house is. */
  protected readonly said = computed(() => {
    const rules = readableRules(this.form());
    const house = this.space.space.hasValue() ? this.space.space.value().hours : null;
    return { capacity: this.found()?.capacity ?? null, rules: this.form().hoursOf === 'house' ? { ...rules, hours: house } : rules };
  });

  /** When it is closed, as far as that is announced: no rule of the room, and yet what its readers want to know. */
  protected readonly shut = computed(() => {
    const room = this.found();
    const all = this.closures.hasValue() ? (this.closures.value()?.items ?? []) : [];
    return room ? all.filter((closure) => concerns(closure, room)).map((closure) => this.closureWords.say(closure)) : [];
  });

  protected take(id: string): void {
    const other = this.others().find((one) => one.id === id);
    if (!other) return;
    this.form.set(rulesForm(other.ownRules));
    this.copied.set(other.name);
  }

  protected async save(room: ManagedRoom): Promise<void> {
    this.wasSent.set(true);
    if (this.faults().length) return;
    const rules = rulesOf(this.form());
    const said = this.texts.t('manage.rules.saved', { room: room.name });
    if (!(await this.acts.attempt(() => this.versioned.send(() => this.manage.editRoom(room, { rules })), said))) return;
    this.wasSent.set(false);
    this.copied.set('');
    this.kept.drop();
    this.rooms.reload();
    await this.tell(room);
  }

  /** What was booked before under other rules stays, and is shown. */
  private async tell({ id, capacity }: ManagedRoom): Promise<void> {
    try {
      const found = await this.manage.affected({ change: 'rules', roomId: id, rules: rulesOf(this.form()), capacity });
      this.affected.set(found.count ? found : undefined);
    } catch (error) {
      this.acts.explain(error);
    }
  }
}
