import { computed, inject } from '@angular/core';
import type { SearchHit, SearchKind } from '@bota/shared/domain';
import { inLanguage, plainText } from '@bota/shared/domain';
import { Formats, type IconName, Texts } from '@bota/shared/ui';
import { SpaceStore } from '@bota/spaces/web';
import { sectionsOfReader } from '../sections';

/** One line of the search: where it leads, and what tells it from others. */
export type Found = { key: string; icon: IconName; title: string; detail: string; link: string[]; query?: Record<string, string> };
export type FoundGroup = { name: string; items: readonly Found[] };

const ICONS: Record<SearchKind, IconName> = { room: 'meeting_room', organisation: 'groups', person: 'person', booking: 'event_available' };
const PATHS: Record<SearchKind, string> = { room: 'rooms', organisation: 'residents', person: 'residents', booking: 'bookings' };

/** Hits of the server and places of the house, as lines of the list. */
export function foundBy() {
  const texts = inject(Texts);
  const formats = inject(Formats);
  const store = inject(SpaceStore);
  const sections = sectionsOfReader();
  const space = computed(() => (store.space.hasValue() ? store.space.value() : undefined));

  const detailOf = ({ detail, start, end }: SearchHit): string => {
    const text = inLanguage(detail, texts.language());
    const zone = space()?.zone ?? 'UTC';
    return start && end ? `${formats.day(start, zone)}, ${formats.timeRange(start, end, zone)} · ${text}` : text;
  };
  const line = (hit: SearchHit): Found => ({
    key: `${hit.kind}-${hit.id}`,
    icon: ICONS[hit.kind],
    title: hit.title,
    detail: detailOf(hit),
    link: ['/', store.ref(), PATHS[hit.kind], ...(hit.ref === null ? [] : [hit.ref])],
  });
  const booking = ({ id, title, ref }: SearchHit): Found => ({
    ...{ key: `book-${id}`, icon: 'add' as const, title: texts.t('search.book', { room: title }), detail: '' },
    ...{ link: ['/', store.ref(), 'agenda'], query: { book: '1', room: ref ?? '' } },
  });

  /** Best first within each kind; the kinds in the order of their best. */
  const groupsOf = (hits: readonly SearchHit[]): FoundGroup[] =>
    [...new Set(hits.map(({ kind }) => kind))].map((kind) => ({
      name: texts.t(`search.kind.${kind}`),
      items: hits.filter((hit) => hit.kind === kind).map(line),
    }));
  const placesFor = (text: string): FoundGroup => ({
    name: texts.t('search.places'),
    items: sections()
      .map(({ path, icon, label }) => ({ key: path, icon, title: texts.t(label), detail: '', link: ['/', store.ref(), path] }))
      .filter(({ title }) => plainText(title).includes(plainText(text))),
  });
  const actsFor = (hits: readonly SearchHit[]): FoundGroup => ({
    name: texts.t('search.acts'),
    items: space()?.may.book
      ? hits
          .filter(({ kind }) => kind === 'room')
          .slice(0, 2)
          .map(booking)
      : [],
  });

  return (text: string, hits: readonly SearchHit[]): FoundGroup[] =>
    [...groupsOf(hits), actsFor(hits), placesFor(text)].filter(({ items }) => items.length > 0);
}
