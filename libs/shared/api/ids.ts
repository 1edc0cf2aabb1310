import { v7 } from 'uuid';

/** A new identifier, sortable by time (UUID version 7, RFC 9562). */
export const newId = (): string => v7();
