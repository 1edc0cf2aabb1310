// What one may ask of the import on the command line.
import { parseArgs } from 'node:util';

export const USAGE = `npm run import:ics -- FILE --space SLUG [options]
  --space SLUG         space to book in, by slug or id
  --create-rooms       create what is missing: a room for each location, and the space itself
  --shift-weeks N      move everything by N weeks, in wall time (--shift-weeks=-4 moves back)
  --organisation NAME  resident organisation to book for, by name, slug, initials or id (default: your own)
  --url URL            address of the API (default: http://127.0.0.1:3000, or PORT)
  --email, --password  account; BOTA_PASSWORD works too (default: the coordinator of the demonstration)`;

/** What is asked, or an error that says what is wrong and how to ask. */
export function readArguments(args, env = process.env) {
  const { values, positionals } = parsed(args);
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw wrong('one file is needed');
  if (!values.space) throw wrong('--space is needed');
  const shiftWeeks = Number(values['shift-weeks'] ?? 0);
  if (!Number.isInteger(shiftWeeks)) throw wrong('--shift-weeks takes a whole number of weeks');
  const url = values.url ?? `http://127.0.0.1:${env.PORT || 3000}`;
  if (!URL.canParse(url)) throw wrong(`--url ${url} is no address`);
  return {
    file,
    shiftWeeks,
    url: url.replace(/\/+$/, ''),
    space: values.space,
    createRooms: values['create-rooms'] ?? false,
    organisation: values.organisation,
    email: values.email,
    password: values.password ?? env.BOTA_PASSWORD,
  };
}

function parsed(args) {
  const text = { type: 'string' };
  const options = { space: text, 'shift-weeks': text, organisation: text, url: text, email: text, password: text };
  try {
    return parseArgs({ args, allowPositionals: true, options: { ...options, 'create-rooms': { type: 'boolean' } } });
  } catch (error) {
    throw wrong(error.message);
  }
}

const wrong = (what) => new Error(`${what}\n\n${USAGE}`);
