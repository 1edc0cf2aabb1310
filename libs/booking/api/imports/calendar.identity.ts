import { createHash } from 'node:crypto';

const NAME = /^(?:X-WR-CALNAME|NAME)(?:;[^:\r\n]*)?:(.+)$/im;
/** Browsers number what they save twice. */
const COPY = /(?: ?\(\d+\))?(?=\.[^.]*$|$)/;

/** Which calendar this is, the next time too: the one at an address, or the one a file names, else the file of that name. A digest. */
export const calendarAt = (address: string): Buffer => digestOf(`address ${address}`);
export function calendarIn(text: string, file: string): Buffer {
  const name = NAME.exec(text.replace(/\r?\n[ \t]/g, ''))?.[1]?.trim();
  return digestOf(name ? `name ${name}` : `file ${file.replace(COPY, '')}`);
}

const digestOf = (text: string) => createHash('sha256').update(text).digest();
