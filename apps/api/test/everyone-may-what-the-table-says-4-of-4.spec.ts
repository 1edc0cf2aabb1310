import { measurePart } from './permissions.table.fixture';

measurePart(4);
