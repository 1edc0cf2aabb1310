import { timingSafeEqual } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { randomPKCECodeVerifier } from 'openid-client';
import { DataSource } from 'typeorm';
import { ProviderRefusal, ownAddress } from '@bota/people/domain';
import { Refusal, refuse } from '@bota/shared/api';
import { type From, SessionsService } from '../sessions/sessions.service';
import { SignInLimits } from '../sessions/sign-in.limits';
import { digest, freshToken } from '../tokens';
import { Ceremonies } from '../ways/ceremonies';
import { IdentitiesService } from './identities.service';
import { Provider } from './provider';

/** Where the browser goes next: on, or back to the sign-in page with the reason. People never see a page of JSON. */
type Way = { url: string };

@Injectable()
export class ProviderSignIn {
  private readonly logger = new Logger(ProviderSignIn.name);

  constructor(
    private readonly db: DataSource,
    private readonly provider: Provider,
    private readonly identities: IdentitiesService,
    private readonly ceremonies: Ceremonies,
    private readonly sessions: SessionsService,
    private readonly limits: SignInLimits,
  ) {}

  /** To the provider. `browser` is a secret for the browser that began: the way back works in no other. */
  async begin(to: string | undefined, origin: string, address: string): Promise<Way & { browser: string }> {
    const [browser, nonce, verifier] = [freshToken(), freshToken(), randomPKCECodeVerifier()];
    try {
      if (!this.provider.name) refuse('provider/unreachable');
      await this.limits.countBeginning(address);
      const facts = { nonce, verifier, to: ownAddress(to), browser: digest(browser).toString('hex') };
      const state = await this.ceremonies.begin('provider', facts);
      return { browser, url: await this.provider.address(origin, { state, nonce, verifier }) };
    } catch (error) {
      return { browser, url: this.back(error, to) };
    }
  }

  /** Back from the provider: signs in, once for each beginning. */
  async end(callback: URL, browser: string | undefined, from: From): Promise<Way & { token?: string }> {
    const state = callback.searchParams.get('state') ?? '';
    let to: string | undefined;
    try {
      await this.limits.countAttemptFrom(from.address);
      const { nonce = '', verifier = '', ...begun } = (await this.ceremonies.end('provider', state)) ?? refuse('provider/over');
      if (!isSame(begun['browser'], browser)) refuse('provider/over');
      to = begun['to'];
      const known = await this.provider.claims(callback, { state, nonce, verifier });
      const { token } = await this.db.transaction(async (tx) =>
        this.sessions.enter(tx, await this.identities.personOf(tx, known, from.requestId), from, 'provider'),
      );
      await this.limits.forgetAttemptFrom(from.address);
      return { url: ownAddress(to), token };
    } catch (error) {
      return { url: this.back(error, to) };
    }
  }

  private back(error: unknown, to: string | undefined): string {
    const refused = codeOf(error);
    if (!(error instanceof Refusal)) this.logger.warn(`signing in at the provider: ${describe(error)}`);
    return `/sign-in?${new URLSearchParams({ refused, ...(to && { return: ownAddress(to) }) }).toString()}`;
  }
}

const isSame = (kept = '', browser = ''): boolean =>
  timingSafeEqual(Buffer.from(kept.padEnd(64)), Buffer.from(digest(browser).toString('hex')));

const SILENCE = ['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM', 'OAUTH_RESPONSE_IS_NOT_JSON'];

/** No answer, or none that makes sense, is the provider's trouble; anything else is a no. */
function codeOf(error: unknown): ProviderRefusal {
  if (isSilence(error)) return 'provider/unreachable';
  const known = ProviderRefusal.safeParse((error as { code?: unknown }).code);
  return known.success ? known.data : 'provider/refused';
}

/** A request that did not arrive fails as a TypeError with its cause (Fetch, 5.6), here or further inside. */
function isSilence(error: unknown): boolean {
  const { name, code = '', cause } = error as Error & { code?: string };
  return (name === 'TypeError' && !!cause) || SILENCE.includes(code) || (!!cause && isSilence(cause));
}

function describe(error: unknown): string {
  const { message, code, cause } = error as Error & { code?: string };
  const why = cause instanceof Error ? ` (${cause.message})` : '';
  return `${message}${why}${code ? ` [${code}]` : ''}`;
}
