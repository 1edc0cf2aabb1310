import net from 'node:net';

/** True when nothing listens on the port at this address yet. Port 0 is always free. */
export const isFree = (port, host = '127.0.0.1') => listen(port, host).then((found) => found !== null);

/** The wanted port when it is free, otherwise any free one. */
export const freePort = async (wanted = 0) => (await listen(wanted, '127.0.0.1')) ?? (await listen(0, '127.0.0.1'));

function listen(port, host) {
  return new Promise((done, fail) => {
    const probe = net.createServer();
    probe.once('error', (error) => (error.code === 'EADDRINUSE' ? done(null) : fail(error)));
    probe.listen(port, host, () => {
      const found = probe.address().port;
      probe.close(() => done(found));
    });
  });
}
