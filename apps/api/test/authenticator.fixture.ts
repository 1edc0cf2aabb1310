import { createHash, createSign, generateKeyPairSync, randomBytes } from 'node:crypto';

type Options = { challenge: string; rp?: { id: string }; rpId?: string; user?: { id: string } };
type Whim = { origin?: string; rpId?: string; counter?: number; recognises?: boolean; id?: string; userHandle?: string };

const [PRESENT, RECOGNISED, HAS_KEY] = [0x01, 0x04, 0x40];

/**
 * A security key in software (WebAuthn 3, section 6): one ES256 credential for one account, attested by nobody. It does what it
 * is asked, and on a whim what no honest one would.
 */
export class Authenticator {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly id = randomBytes(32);
  counter = 0;
  private userHandle = '';

  constructor(private readonly origin: string) {}

  /** Makes the credential: RegistrationResponseJSON. */
  create({ challenge, rp, user }: Options, whim: Whim = {}) {
    this.userHandle = user?.id ?? '';
    const data = this.data(whim.rpId ?? rp?.id ?? '', whim, [Buffer.alloc(16), sized(this.id.length, 2), this.id, this.publicKey()]);
    const attestation = map(text('fmt'), text('none'), text('attStmt'), map(), text('authData'), bytes(data));
    const response = { attestationObject: encoded(attestation), transports: ['internal'] };
    return this.answer(this.client('webauthn.create', challenge, whim), response);
  }

  /** Signs with it: AuthenticationResponseJSON. */
  get({ challenge, rpId = '' }: Options, whim: Whim = {}) {
    this.counter = whim.counter ?? this.counter + 1;
    const client = this.client('webauthn.get', challenge, whim);
    const data = this.data(whim.rpId ?? rpId, whim);
    const signature = createSign('sha256').update(data).update(sha256(client)).sign(this.keys.privateKey);
    const userHandle = whim.userHandle ?? this.userHandle;
    return this.answer(
      client,
      { authenticatorData: encoded(data), signature: encoded(signature), ...(userHandle && { userHandle }) },
      whim.id,
    );
  }

  private answer<T extends object>(client: Buffer, response: T, id = encoded(this.id)) {
    return { id, rawId: id, type: 'public-key', response: { clientDataJSON: encoded(client), ...response }, clientExtensionResults: {} };
  }

  private client(type: string, challenge: string, { origin = this.origin }: Whim): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  }

  private data(rpId: string, { recognises = true }: Whim, credential: Buffer[] = []): Buffer {
    const flags = PRESENT | (recognises ? RECOGNISED : 0) | (credential.length ? HAS_KEY : 0);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), sized(this.counter, 4), ...credential]);
  }

  /** COSE_Key: EC2, ES256, P-256 (RFC 9053, 7.1.1). */
  private publicKey(): Buffer {
    const { x = '', y = '' } = this.keys.publicKey.export({ format: 'jwk' });
    const point = (half: string) => bytes(Buffer.from(half, 'base64url'));
    return map(int(1), int(2), int(3), int(-7), int(-1), int(1), int(-2), point(x), int(-3), point(y));
  }
}

const encoded = (data: Buffer): string => data.toString('base64url');
const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

function sized(value: number, length: number): Buffer {
  const field = Buffer.alloc(length);
  field.writeUIntBE(value, 0, length);
  return field;
}

/** CBOR (RFC 8949), as much of it as a credential needs. */
function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  return value < 256 ? Buffer.from([(major << 5) | 24, value]) : Buffer.concat([Buffer.from([(major << 5) | 25]), sized(value, 2)]);
}
const int = (value: number): Buffer => (value < 0 ? head(1, -1 - value) : head(0, value));
const bytes = (data: Buffer): Buffer => Buffer.concat([head(2, data.length), data]);
const text = (value: string): Buffer => Buffer.concat([head(3, value.length), Buffer.from(value)]);
const map = (...entries: Buffer[]): Buffer => Buffer.concat([head(5, entries.length / 2), ...entries]);
