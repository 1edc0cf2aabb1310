import { openApi } from '../openapi';
import { useApi } from './api.fixture';
import { ASKS } from './permissions.fixture';
import { HEAD, committedRows, committedTable } from './permissions.table.fixture';

const api = useApi();
/** A stream does not end; its own tests ask for it. */
const STREAMS = ['GET /api/spaces/{space}/live'];

const routes = () =>
  Object.entries(openApi(api.app).paths).flatMap(([route, item]) => Object.keys(item).map((method) => `${method.toUpperCase()} ${route}`));

it('every route has a question in the table', () => {
  const known = new Set(routes());
  expect([...known].filter((route) => !STREAMS.includes(route) && !(route in ASKS))).toEqual([]);
  expect(Object.keys(ASKS).filter((route) => !known.has(route))).toEqual([]);
});

// Their answers are measured by the parts beside this file, which write the table when they are asked to.
const reviewed = process.env['UPDATE_PERMISSIONS'] ? it.skip : it;
reviewed('the reviewed table has the rules of today, and a row for each route and no other', () => {
  expect(committedTable().startsWith(HEAD.replace(/ +/g, ' '))).toBe(true);
  expect(committedRows().map((row) => row.split('`')[1])).toEqual(Object.keys(ASKS));
});
