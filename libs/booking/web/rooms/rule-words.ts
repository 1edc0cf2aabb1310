import { inject, Injectable } from '@angular/core';
import type { BookerKind } from '@bota/booking/domain';
import { ResidentsStore } from '@bota/residents/web';
import { capital, Formats, type IconName, Texts } from '@bota/shared/ui';
import type { Room, RoomRules } from '@bota/spaces/domain';
import { type DayGroup, dayGroups, sharedHours } from './opening-words';

export type SaidRule = { icon: IconName; text: string };
export type SaidRoom = Pick<Room, 'rules'> & Partial<Pick<Room, 'capacity'>>;

const KINDS: readonly BookerKind[] = ['resident', 'partner', 'outsider'];

/** A Monday: weekdays are named by their distance from it. */
const MONDAY = Date.UTC(2026, 0, 5, 12);

/** The rules of a room in plain words. Needs the texts `rooms`. */
@Injectable({ providedIn: 'root' })
export class RuleWords {
  private readonly texts = inject(Texts);
  private readonly formats = inject(Formats);
  private readonly residents = inject(ResidentsStore);

  /** A rule that does not limit is said only where one would wonder: opening, length, pause. */
  say({ rules, capacity }: SaidRoom): SaidRule[] {
    const { stepMinutes, leadMinutes, horizonDays, cancelMinutes } = rules;
    const limits: (SaidRule | '' | 0 | undefined)[] = [
      stepMinutes && { icon: 'straighten', text: this.lasting('step', stepMinutes) },
      leadMinutes && { icon: 'hourglass_top', text: this.lasting('lead', leadMinutes) },
      horizonDays && { icon: 'calendar_month', text: this.texts.count('rooms.rule.horizon', horizonDays) },
      cancelMinutes && { icon: 'event_busy', text: this.lasting('notice', cancelMinutes) },
    ];
    return [
      ...(capacity ? [{ icon: 'group', text: this.texts.count('rooms.rule.capacity', capacity) } as const] : []),
      { icon: 'schedule', text: this.opening(rules) },
      { icon: 'timelapse', text: this.length(rules) },
      { icon: 'cleaning_services', text: this.pause(rules) },
      ...limits.filter((one): one is SaidRule => !!one),
      { icon: 'groups', text: this.who(rules) },
      { icon: 'receipt_long', text: this.prices(rules) },
      ...this.approvals(rules),
      ...this.checkIn(rules),
    ];
  }

  /** `En théâtre : 40 places, 30 minutes d’installation.` */
  layouts({ rules: { layouts = [] } }: Pick<Room, 'rules'>): SaidRule[] {
    return layouts.map(({ layout, capacity, setUpMinutes }) => {
      const values = {
        layout: capital(this.texts.t(`spaces.layout.${layout}`)),
        places: this.texts.count('spaces.places', capacity),
        setUp: this.formats.duration(setUpMinutes),
      };
      return { icon: 'group', text: this.texts.t(setUpMinutes ? 'rooms.rule.layoutSetUp' : 'rooms.rule.layout', values) };
    });
  }

  private lasting = (rule: 'step' | 'lead' | 'notice', minutes: number): string =>
    this.texts.t(`rooms.rule.${rule}`, { duration: this.formats.duration(minutes) });

  private approvals({ approval, holdHours }: RoomRules): SaidRule[] {
    const t = (key: string, values = {}) => this.texts.t(`rooms.rule.approval.${key}`, values);
    const { always, outsideHours, overMinutes } = approval ?? {};
    const which = always
      ? [t('always')]
      : [
          ...(overMinutes ? [t('over', { duration: this.formats.duration(overMinutes) })] : []),
          ...(outsideHours ? [t('outsideHours')] : []),
        ];
    const meanwhile = which.length > 0 ? [t((approval?.blocks ?? true) ? 'blocks' : 'open')] : [];
    return [
      ...which.map((text): SaidRule => ({ icon: 'check', text })),
      ...meanwhile.map((text): SaidRule => ({ icon: 'hourglass_top', text })),
      ...(holdHours
        ? [{ icon: 'hourglass_top', text: this.texts.t('rooms.rule.hold', { duration: this.formats.duration(holdHours * 60) }) } as const]
        : []),
    ];
  }

  /** `12,00 € de l’heure pour les résidents, gratuite pour les autres.` Who pays alike is named together. */
  private prices({ prices = { resident: 0, partner: 0, outsider: 0 } }: RoomRules): string {
    const groups = [...Map.groupBy(KINDS, (kind) => prices[kind])];
    const [[first]] = groups as [[number, BookerKind[]]];
    if (groups.length === 1)
      return this.texts.t(first === 0 ? 'rooms.rule.price.free' : 'rooms.rule.price.same', { price: this.formats.money(first) });
    const said = groups.map(([cents, kinds]) => {
      const who = this.formats.list(kinds.map((kind) => this.texts.t(`rooms.rule.price.who.${kind}`)));
      return this.texts.t(cents === 0 ? 'rooms.rule.price.freeFor' : 'rooms.rule.price.costs', { who, price: this.formats.money(cents) });
    });
    return `${capital(said.join(this.texts.t('rooms.rule.price.then')))}.`;
  }

  private checkIn({ checkIn }: RoomRules): SaidRule[] {
    if (!checkIn) return [];
    const [opens, releases] = [checkIn.opensMinutes, checkIn.releaseMinutes].map((minutes) => this.formats.duration(minutes));
    const key = checkIn.opensMinutes === 0 ? 'rooms.rule.checkInAtStart' : 'rooms.rule.checkIn';
    return [{ icon: 'how_to_reg', text: this.texts.t(key, { opens, releases }) }];
  }

  private who({ who }: RoomRules): string {
    if (!who || who.are !== 'organisations') return this.texts.t(`rooms.rule.who.${who?.are ?? 'residents'}`);
    const names = who.organisationIds.flatMap((id) => this.residents.organisation(id)?.name ?? []);
    return names.length
      ? this.texts.t('rooms.rule.who.named', { organisations: this.formats.list(names) })
      : this.texts.t('rooms.rule.who.organisations');
  }

  private opening({ hours }: RoomRules): string {
    if (!hours) return this.texts.t('rooms.rule.always');
    const groups = dayGroups(hours);
    const open = groups.filter((group) => group.hours);
    const closed = this.formats.list(groups.filter((group) => !group.hours).map((group) => this.days(group, 'rooms.rule.closedDay')));
    if (!open.length) return this.texts.t('rooms.rule.never');
    const shared = sharedHours(groups);
    if (shared && !closed) return this.texts.t('rooms.rule.daily', { hours: this.hours(shared) });
    if (shared) return this.texts.t('rooms.rule.openDaily', { hours: this.hours(shared), closed });
    const days = this.formats.list(open.map((group) => this.days(group, 'rooms.rule.onDay', group.hours)));
    return this.texts.t(closed ? 'rooms.rule.openClosed' : 'rooms.rule.open', { days, closed });
  }

  /** `du lundi au jeudi de 8:00 à 21:00`, `le dimanche`: the key has `one` day and `other`s. */
  private days({ first, last }: DayGroup, key: string, hours?: DayGroup['hours']): string {
    const said = hours ? this.hours(hours) : '';
    return first === last
      ? this.texts.t(`${key}.one`, { day: this.weekday(first), hours: said })
      : this.texts.t(`${key}.other`, { first: this.weekday(first), last: this.weekday(last), hours: said });
  }

  private hours = ([from, to]: readonly [string, string]): string =>
    this.texts.t('rooms.rule.hours', { from: this.formats.clock(from), to: this.formats.clock(to) });

  private weekday = (day: number): string => this.formats.day(MONDAY + (day - 1) * 86_400_000, 'UTC', 'full').split(/[ ,]/)[0] ?? '';

  private length({ minMinutes, maxMinutes }: RoomRules): string {
    const [min, max] = [minMinutes, maxMinutes].map((minutes) => (minutes ? this.formats.duration(minutes) : ''));
    if (min && max) return this.texts.t('rooms.rule.between', { min, max });
    if (min) return this.texts.t('rooms.rule.atLeast', { min });
    return max ? this.texts.t('rooms.rule.atMost', { max }) : this.texts.t('rooms.rule.anyLength');
  }

  private pause({ bufferMinutes }: RoomRules): string {
    return bufferMinutes
      ? this.texts.t('rooms.rule.buffer', { buffer: this.formats.duration(bufferMinutes) })
      : this.texts.t('rooms.rule.noBuffer');
  }
}
