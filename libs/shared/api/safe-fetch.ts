import type { IncomingMessage } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';

const MOST_REDIRECTS = 5;
const TIMEOUT_MS = 10_000;

export type WhyNotFetched = 'unsafe' | 'unreachable' | 'too-large';

/** What an address given by somebody did not answer, and why. */
export class NotFetched extends Error {
  constructor(
    readonly why: WhyNotFetched,
    message: string,
  ) {
    super(message);
  }
}

/** `allow`: addresses (IP) of our own network that may be asked all the same, also without TLS. */
export type FetchLimits = { allow: readonly string[]; mostBytes: number };

/**
 * Reads a text at an address somebody gave: https only, and never from this machine or a private network. The address is judged
 * when its name is resolved, for the very connection that is made, and again at each redirect. Ten seconds and `mostBytes` at most.
 */
export async function fetchText(address: string, limits: FetchLimits): Promise<string> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let url = safeUrl(address, limits);
  for (let turn = 0; turn <= MOST_REDIRECTS; turn++) {
    const answer = await ask(url, limits, signal);
    const status = answer.statusCode ?? 0;
    if (status >= 300 && status < 400 && answer.headers.location) {
      answer.destroy();
      url = safeUrl(new URL(answer.headers.location, url).href, limits);
    } else if (status === 200) {
      return read(answer, limits.mostBytes);
    } else {
      answer.destroy();
      throw new NotFetched('unreachable', `answered ${status}`);
    }
  }
  throw new NotFetched('unreachable', 'redirects without end');
}

function safeUrl(address: string, { allow }: FetchLimits): URL {
  if (!URL.canParse(address)) throw new NotFetched('unsafe', 'no address');
  const url = new URL(address);
  const isAllowed = url.protocol === 'http:' && allow.includes(url.hostname);
  if (url.protocol !== 'https:' && !isAllowed) throw new NotFetched('unsafe', 'only https');
  if (url.username || url.password) throw new NotFetched('unsafe', 'no credentials in an address');
  return url;
}

function ask(url: URL, { allow }: FetchLimits, signal: AbortSignal): Promise<IncomingMessage> {
  const options = { allowIPAddressList: [...allow] };
  const isHttps = url.protocol === 'https:';
  const agent = isHttps ? new RequestFilteringHttpsAgent(options) : new RequestFilteringHttpAgent(options);
  const headers = { accept: 'text/calendar, text/*;q=0.5', 'accept-encoding': 'identity', 'user-agent': 'Bota75' };
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => reject(explained(error));
    try {
      (isHttps ? https : http).get(url, { agent, headers, signal }, resolve).on('error', fail);
    } catch (error) {
      fail(error as Error);
    }
  });
}

/** The agent says so in words; anything else means that nobody answered. */
const explained = (error: Error) => new NotFetched(/is not allowed/.test(error.message) ? 'unsafe' : 'unreachable', error.message);

async function read(answer: IncomingMessage, most: number): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > most) throw new NotFetched('too-large', `more than ${most} bytes`);
      chunks.push(chunk);
    }
  } catch (error) {
    throw error instanceof NotFetched ? error : explained(error as Error);
  }
  return Buffer.concat(chunks).toString('utf8');
}
