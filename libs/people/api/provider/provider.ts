import { Inject, Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';
import { CONFIG, type Config } from '@bota/shared/api';
import { Claims } from './claims';

const TIMEOUT_SECONDS = 10;
const CALLBACK = '/api/auth/oidc/callback';

/** What holds the two halves of a sign-in together: of each only the browser or we know the secret. */
export type Begun = { state: string; nonce: string; verifier: string };

/** The identity provider of the house, as it describes itself (OpenID Connect Discovery 1.0). */
@Injectable()
export class Provider {
  private found?: Promise<oidc.Configuration>;

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  get name(): string | null {
    return this.config.OIDC_NAME ?? null;
  }

  /** The name people know an issuer by. */
  nameOf(issuer: string): string {
    return issuer === this.config.OIDC_ISSUER && this.name ? this.name : new URL(issuer).host;
  }

  /** Where the browser goes to sign in: authorization code with PKCE (RFC 7636), state and nonce. Asked anew, so that nobody is sent to who does not answer. */
  async address(origin: string, { state, nonce, verifier }: Begun): Promise<string> {
    this.found = undefined;
    const code_challenge = await oidc.calculatePKCECodeChallenge(verifier);
    const url = oidc.buildAuthorizationUrl(await this.known(), {
      ...{ scope: 'openid email profile', redirect_uri: new URL(CALLBACK, origin).href },
      ...{ state, nonce, code_challenge, code_challenge_method: 'S256' },
    });
    return url.href;
  }

  /** Who came back, in the provider's signed words; e-mail and name are often only told when asked for. */
  async claims(callback: URL, { state, nonce, verifier }: Begun): Promise<Claims & { issuer: string }> {
    const known = await this.known();
    const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier };
    const tokens = await oidc.authorizationCodeGrant(known, callback, checks);
    const told = tokens.claims();
    if (!told) throw new Error('the provider sent no ID token');
    const asksMore = !told['email'] && known.serverMetadata().userinfo_endpoint;
    const more = asksMore ? await oidc.fetchUserInfo(known, tokens.access_token, told.sub) : {};
    return { ...Claims.parse({ ...told, ...more, sub: told.sub }), issuer: told.iss };
  }

  /** As last described; asked again when it did not answer. */
  private known(): Promise<oidc.Configuration> {
    this.found ??= this.discover().catch((error: unknown) => {
      this.found = undefined;
      throw error;
    });
    return this.found;
  }

  private discover(): Promise<oidc.Configuration> {
    const { OIDC_ISSUER = '', OIDC_CLIENT_ID = '', OIDC_CLIENT_SECRET } = this.config;
    const issuer = new URL(OIDC_ISSUER);
    const execute = [oidc.enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])];
    return oidc.discovery(issuer, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, undefined, { execute, timeout: TIMEOUT_SECONDS });
  }
}
