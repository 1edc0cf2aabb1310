import { type AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';

export type Received = ParsedMail & { rcpt: string[] };
export type MailServer = {
  /** What arrived, oldest first. */
  readonly received: Received[];
  /** Letters to one address, once so many are there. */
  to: (address: string, count?: number) => Promise<Received[]>;
  /** The secret in the link of the latest letter to an address. */
  secretTo: (address: string, count?: number) => Promise<string>;
  /** Answers the next letters with this code instead of taking them. */
  refuseNext: (count: number, code: number) => void;
  /** Has nothing to do with who sends, from now on, whatever the letter: with this code, until it is null. */
  turnAway: (code: number | null) => void;
  /** Takes the next letter only after a while. */
  takeNextSlowly: () => void;
};

const SLOW_MS = 300;

/** A real SMTP server for the spec file; puts its address into the environment of the API that is declared after it. */
export function useMailServer(env: Record<string, string>): MailServer {
  const received: Received[] = [];
  let refusals: number[] = [];
  let isSlow = false;
  let turnedAway: number | null = null;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onMailFrom: (_, __, done) => done(turnedAway ? Object.assign(new Error('not you'), { responseCode: turnedAway }) : null),
    onData: (stream, session, done) => {
      const code = refusals.shift();
      const pause = isSlow ? SLOW_MS : 0;
      isSlow = false;
      void simpleParser(stream).then(async (mail) => {
        await new Promise((later) => setTimeout(later, pause));
        if (code) return done(Object.assign(new Error('not now'), { responseCode: code }));
        received.push({ ...mail, rcpt: session.envelope.rcptTo.map(({ address }) => address) });
        return done();
      });
    },
  });

  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    env['SMTP_URL'] = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    received.length = 0;
    refusals = [];
    isSlow = false;
    turnedAway = null;
  });
  afterAll(() => new Promise<void>((closed) => server.close(closed)));

  const to = async (address: string, count = 1): Promise<Received[]> => {
    for (let turn = 0; turn < 500; turn++) {
      const mine = received.filter(({ rcpt }) => rcpt.includes(address));
      if (mine.length >= count) return mine;
      await new Promise((done) => setTimeout(done, 10));
    }
    throw new Error(`no letter to ${address}; there are ${received.map(({ rcpt }) => rcpt.join()).join(', ') || 'none'}`);
  };
  const secretTo = async (address: string, count?: number) => /#([\w-]{43})/.exec((await to(address, count)).at(-1)?.text ?? '')?.[1] ?? '';
  return {
    received,
    to,
    secretTo,
    refuseNext: (count, code) => void (refusals = Array(count).fill(code)),
    turnAway: (code) => void (turnedAway = code),
    takeNextSlowly: () => void (isSlow = true),
  };
}
