// What may be asked of a bench: npm run bench -- --rows 10000,1000000 --rounds 5 --seconds 1 --json FILE
import { parseArgs } from 'node:util';

export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: 'string', default: '10000,1000000' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '1' },
      json: { type: 'string' },
    },
  });
  const rows = values.rows.split(',').map(wholeNumber);
  return { rows: rows.toSorted((a, b) => a - b), rounds: wholeNumber(values.rounds), seconds: Number(values.seconds), json: values.json };
}

function wholeNumber(text) {
  if (!/^\d+$/.test(text) || Number(text) < 1) throw new Error(`“${text}” is not a number of rows or rounds.`);
  return Number(text);
}
