// What became of the events, for people.
import path from 'node:path';

const LISTED = 50;

/** A few lines: what was booked, what was there, what was refused and why. */
export function reportOf(result) {
  const { file, space, organisation, created, unchanged, cancelled, outdated, refused, roomsCreated, seconds } = result;
  const hasChanged = created > 0 || roomsCreated.length > 0;
  return [
    `${path.basename(file)} in ${space.name}, for ${organisation.name} (times of ${space.zone}), ${seconds.toFixed(1)} s`,
    hasChanged ? `  ${created} booked` : '  nothing changed',
    unchanged > 0 && `  ${unchanged} already booked`,
    roomsCreated.length > 0 && `  ${roomsCreated.length} rooms created: ${roomsCreated.join(', ')}`,
    cancelled > 0 && `  ${cancelled} cancelled in the file, left out`,
    outdated > 0 && `  ${outdated} older versions in the file, left out`,
    `  ${refused.length} refused`,
    ...refused.slice(0, LISTED).map(({ start, title, reason }) => `    ${start}  ${title}: ${reason}`),
    refused.length > LISTED && `    and ${refused.length - LISTED} more`,
  ]
    .filter(Boolean)
    .join('\n');
}
