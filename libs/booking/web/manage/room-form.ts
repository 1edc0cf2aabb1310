import type { LocalizedText } from '@bota/shared/domain';
import type { Feature, Layout, ManagedRoom, RoomEdit } from '@bota/spaces/domain';
import { hoursOf, type WeekDraft, weekDraftOf } from './week-draft';

/** A room as it is typed. */
export type RoomForm = {
  name: string;
  kind: 'room' | 'office';
  floorId: string;
  capacity: string;
  desks: string;
  areaM2: string;
  layout: Layout;
  features: Feature[];
  description: LocalizedText;
  partIds: string[];
  hoursOf: 'house' | 'always' | 'own';
  week: WeekDraft;
  minMinutes: string;
  maxMinutes: string;
  bufferMinutes: string;
};

const typed = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

/** A new room begins empty. */
export function roomForm(room?: ManagedRoom): RoomForm {
  const rules = room?.ownRules ?? {};
  return {
    name: room?.name ?? '',
    kind: room?.bookable === false ? 'office' : 'room',
    floorId: room?.floorId ?? '',
    capacity: typed(room?.capacity),
    desks: typed(room?.desks),
    areaM2: typed(room?.areaM2),
    layout: room?.layout ?? 'table',
    features: room?.features ?? [],
    description: room?.description ?? {},
    partIds: room?.partIds ?? [],
    hoursOf: rules.hours === undefined ? 'house' : rules.hours === null ? 'always' : 'own',
    week: weekDraftOf(rules.hours ?? undefined),
    minMinutes: typed(rules.minMinutes),
    maxMinutes: typed(rules.maxMinutes),
    bufferMinutes: typed(rules.bufferMinutes),
  };
}

const WHOLE = ['capacity', 'desks', 'minMinutes', 'maxMinutes', 'bufferMinutes'] as const;
type Fault = { field: string; message: string };

/** What must be repaired first: the id of the field and the key of the sentence. */
export function faultsOf(form: RoomForm): Fault[] {
  const faults: Fault[] = form.name.trim() ? [] : [{ field: 'room-name', message: 'manage.room.nameNeeded' }];
  for (const name of WHOLE) {
    const least = name === 'bufferMinutes' ? 0 : 1;
    if (form[name] !== '' && !(Number.isInteger(numberOf(form[name])) && (numberOf(form[name]) ?? -1) >= least)) {
      faults.push({ field: `room-${name}`, message: `manage.room.wrong.${name}` });
    }
  }
  if (form.areaM2 !== '' && !((numberOf(form.areaM2) ?? 0) > 0)) faults.push({ field: 'room-areaM2', message: 'manage.room.wrong.areaM2' });
  const [least, most] = [numberOf(form.minMinutes), numberOf(form.maxMinutes)];
  if (least && most && least > most) faults.push({ field: 'room-maxMinutes', message: 'manage.room.wrong.order' });
  if (form.hoursOf === 'own') {
    const read = hoursOf(form.week);
    if ('wrongDay' in read) faults.push({ field: `room-hours-${read.wrongDay}`, message: 'manage.hours.wrong' });
  }
  return faults;
}

/** A form without faults on the wire. */
export function roomEdit(form: RoomForm): Required<Omit<RoomEdit, 'outline'>> {
  const isRoom = form.kind === 'room';
  return {
    name: form.name.trim(),
    bookable: isRoom,
    floorId: form.floorId || null,
    capacity: isRoom ? numberOf(form.capacity) : null,
    desks: isRoom ? null : numberOf(form.desks),
    areaM2: numberOf(form.areaM2),
    layout: form.layout,
    features: form.features,
    description: form.description,
    partIds: isRoom ? form.partIds : [],
    rules: isRoom ? rulesOf(form) : {},
  };
}

function rulesOf(form: RoomForm): RoomEdit['rules'] & object {
  const own = form.hoursOf === 'own' ? hoursOf(form.week) : null;
  const given = (name: 'minMinutes' | 'maxMinutes' | 'bufferMinutes') =>
    form[name] === '' ? {} : { [name]: numberOf(form[name]) ?? undefined };
  return {
    ...(form.hoursOf === 'always' ? { hours: null } : own && 'hours' in own ? { hours: own.hours } : {}),
    ...given('minMinutes'),
    ...given('maxMinutes'),
    ...given('bufferMinutes'),
  };
}

function numberOf(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) ? null : number;
}
