// COPY through the driver: every type exactly as PostgreSQL writes it, one stream per table, no program of PostgreSQL needed.
import { once } from 'node:events';
import { Readable } from 'node:stream';

/** The rows of `COPY … TO STDOUT` as a stream of bytes; `rows` tells how many, once it has ended. The driver calls the `handle…` methods. */
export class CopyOut extends Readable {
  rows = 0;

  constructor(sql) {
    super();
    this.sql = sql;
  }

  submit(connection) {
    this.connection = connection;
    connection.query(this.sql);
  }

  _read() {
    this.connection?.stream.resume();
  }

  /** The driver uses its buffer again, so the chunk is copied. */
  handleCopyData({ chunk }) {
    if (!this.push(Buffer.from(chunk))) this.connection.stream.pause();
  }

  handleCommandComplete({ text }) {
    this.rows = Number(text.split(' ')[1]);
  }

  handleReadyForQuery() {
    this.push(null);
  }

  handleError(error) {
    this.destroy(error);
  }

  /** Whoever stops reading must not leave the connection paused. */
  _destroy(error, done) {
    this.connection?.stream.resume();
    done(error);
  }
}

/** Feeds a stream into `COPY … FROM STDIN`; answers how many rows were taken. */
export function copyIn(client, sql, source) {
  return new Promise((done, fail) => {
    let rows = 0;
    let failure = null;
    client.query({
      submit: (connection) => connection.query(sql),
      handleCopyInResponse: (connection) =>
        void pump(source, connection, () => failure).catch((error) => {
          failure ??= error;
          connection.sendCopyFail(error.message);
        }),
      handleCommandComplete: ({ text }) => (rows = Number(text.split(' ')[1])),
      handleError: (error) => {
        failure ??= error;
        source.destroy();
        fail(failure);
      },
      handleReadyForQuery: () => done(rows),
    });
  });
}

async function pump(source, connection, failed) {
  for await (const chunk of source) {
    if (failed()) return;
    connection.sendCopyFromChunk(chunk);
    if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
  }
  connection.endCopyFrom();
}
