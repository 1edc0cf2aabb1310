import { Logger } from '@nestjs/common';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { COSEALG } from '@simplewebauthn/server/helpers';
import type { PasskeyAssertion, PasskeyRegistration } from '@bota/people/domain';
import type { Party } from '../sessions/own-origin';

const logger = new Logger('Passkeys');

/** EdDSA, ES256 and RS256: what authenticators in use sign with. */
export const ALGORITHMS: number[] = [COSEALG.EdDSA, COSEALG.ES256, COSEALG.RS256];

/** What begins and ends a ceremony, as the browser says it signed; empty when it cannot be read. */
export function challengeOf(clientDataJSON: string): string {
  try {
    const { challenge } = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge?: unknown };
    return typeof challenge === 'string' ? challenge : '';
  } catch {
    return '';
  }
}

const expected = (challenge: string, { id, origin }: Party) => ({
  expectedChallenge: challenge,
  expectedOrigin: origin,
  expectedRPID: id,
  requireUserVerification: true,
});

/** The new credential, or null when the answer is not what it should be: for us, here, now, with the person recognised. */
export async function newCredential(response: PasskeyRegistration['response'], challenge: string, party: Party) {
  try {
    const options = { response, ...expected(challenge, party), supportedAlgorithmIDs: ALGORITHMS };
    const { registrationInfo } = await verifyRegistrationResponse(options);
    return registrationInfo?.credential ?? null;
  } catch (error) {
    logger.warn(`a new passkey was refused: ${(error as Error).message}`);
    return null;
  }
}

/** The counter that came with a valid signature, or null. Whether it went back is judged by us, after the signature. */
export async function signedCounter(
  response: PasskeyAssertion['response'],
  { challenge, party, publicKey }: { challenge: string; party: Party; publicKey: Buffer },
): Promise<number | null> {
  try {
    const credential = { id: response.id, publicKey: new Uint8Array(publicKey), counter: 0 };
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({ response, ...expected(challenge, party), credential });
    return verified ? authenticationInfo.newCounter : null;
  } catch (error) {
    logger.warn(`a passkey was refused: ${(error as Error).message}`);
    return null;
  }
}
