// How a launcher ends: whatever was started is stopped in reverse order, once, whoever asks for the end.
import { whenOrphaned } from '../node/orphaned.mjs';

const endings = [];
let ending = null;
let askedAt = Infinity;

/** Registers what to do at the end; answers with a function that does it now instead. */
export function atEnd(stop) {
  endings.push(stop);
  return () => {
    const place = endings.indexOf(stop);
    if (place >= 0) endings.splice(place, 1);
    return stop();
  };
}

/** Stops everything, then leaves with the code. */
export function end(code) {
  ending ??= stopAll().then(() => process.exit(code));
  return ending;
}

export const isEnding = () => ending !== null;

/** Ctrl-C, a stopped service, a closed terminal, and a killed npm. */
export function endWithParent() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, asked);
  whenOrphaned(asked);
}

/** One Ctrl-C arrives twice (from the terminal and from npm); a later one means now, and the guards clean up behind us. */
function asked() {
  if (ending && Date.now() - askedAt > 1500) process.exit(130);
  askedAt = Date.now();
  void end(0);
}

async function stopAll() {
  for (let stop = endings.pop(); stop; stop = endings.pop()) {
    try {
      await stop();
    } catch (error) {
      console.error(error.message);
    }
  }
}
