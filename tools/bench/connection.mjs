// A keep-alive HTTP/1.1 connection that takes little of the machine it shares with what it measures.
import { connect } from 'node:net';
import { once } from 'node:events';

/** One request after the other on one socket; each answers `{ status, body }`. Only for answers with a Content-Length. */
export async function openConnection(url, cookie) {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  const state = { received: Buffer.alloc(0), settle: null };
  socket.on('data', (chunk) => {
    state.received = state.received.length > 0 ? Buffer.concat([state.received, chunk]) : chunk;
    const answer = answerIn(state.received);
    if (answer) settle(state, answer);
  });
  socket.on('error', (error) => settle(state, error));
  socket.on('close', () => settle(state, new Error('the API closed the connection')));
  return {
    request: (method, path, body) =>
      new Promise((resolve, reject) => {
        if (socket.destroyed) return reject(new Error('the API closed the connection'));
        state.settle = (answer) => (answer instanceof Error ? reject(answer) : resolve(answer));
        socket.write(written({ method, path, host, cookie, body }));
      }),
    close: () => socket.destroy(),
  };
}

function settle(state, answer) {
  const { settle: waiting } = state;
  Object.assign(state, { received: Buffer.alloc(0), settle: null });
  waiting?.(answer);
}

function written({ method, path, host, cookie, body }) {
  const head = `${method} ${path} HTTP/1.1\r\nhost: ${host}\r\ncookie: ${cookie}\r\n`;
  if (body === undefined) return `${head}\r\n`;
  const text = JSON.stringify(body);
  return `${head}content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n\r\n${text}`;
}

function answerIn(received) {
  const end = received.indexOf('\r\n\r\n');
  if (end < 0) return null;
  const head = received.latin1Slice(0, end);
  const length = /\r\ncontent-length: (\d+)/i.exec(head);
  if (!length) throw new Error(`an answer without Content-Length:\n${head}`);
  const body = received.subarray(end + 4);
  return body.length < Number(length[1]) ? null : { status: Number(head.slice(9, 12)), body };
}
