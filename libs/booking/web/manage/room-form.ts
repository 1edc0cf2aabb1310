import type { LocalizedText } from '@bota/shared/domain';
import type { Feature, Layout, ManagedRoom, RoomEdit } from '@bota/spaces/domain';

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
};

const typed = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));

/** A new room begins empty. */
export function roomForm(room?: ManagedRoom): RoomForm {
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
  };
}

const WHOLE = ['capacity', 'desks'] as const;
type Fault = { field: string; message: string };

/** What must be repaired first: the id of the field and the key of the sentence. */
export function faultsOf(form: RoomForm): Fault[] {
  const faults: Fault[] = form.name.trim() ? [] : [{ field: 'room-name', message: 'manage.room.nameNeeded' }];
  for (const name of WHOLE) {
    if (form[name] !== '' && !(Number.isInteger(numberOf(form[name])) && (numberOf(form[name]) ?? 0) >= 1)) {
      faults.push({ field: `room-${name}`, message: `manage.room.wrong.${name}` });
    }
  }
  if (form.areaM2 !== '' && !((numberOf(form.areaM2) ?? 0) > 0)) faults.push({ field: 'room-areaM2', message: 'manage.room.wrong.areaM2' });
  return faults;
}

/** A form without faults on the wire. Rules have a page of their own; an office has none. */
export function roomEdit(form: RoomForm): Required<Omit<RoomEdit, 'outline' | 'rules'>> & Pick<RoomEdit, 'rules'> {
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
    ...(isRoom ? {} : { rules: {} }),
  };
}

function numberOf(text: string): number | null {
  const number = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || Number.isNaN(number) ? null : number;
}
