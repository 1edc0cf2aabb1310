import { HttpClient } from '@angular/common/http';
import { DOCUMENT, inject, Injectable } from '@angular/core';
import { Passkey, type PasskeyRegistration } from '@bota/people/domain';
import type { PublicKeyCredentialCreationOptionsJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { firstValueFrom } from 'rxjs';

/** Asks the browser for passkeys. What speaks with it comes when it is needed. */
@Injectable({ providedIn: 'root' })
export class Passkeys {
  private readonly http = inject(HttpClient);
  private readonly window = inject(DOCUMENT).defaultView;

  /** A browser that knows passkeys, at an address where it lets us use them: https, or localhost. */
  get isSupported(): boolean {
    return typeof this.window?.PublicKeyCredential === 'function';
  }

  /** Whether passkeys can stand among the suggestions of a field. */
  async areSuggested(): Promise<boolean> {
    return this.isSupported && (await this.window?.PublicKeyCredential.isConditionalMediationAvailable?.()) === true;
  }

  /** What the passkey signed: chosen in the browser's own window, or among the suggestions of a field. */
  async signed(among: 'window' | 'suggestions') {
    const [{ startAuthentication }, optionsJSON] = await Promise.all([
      import('@simplewebauthn/browser'),
      firstValueFrom(this.http.post<PublicKeyCredentialRequestOptionsJSON>('/api/auth/passkey/options', {})),
    ]);
    return startAuthentication({ optionsJSON, useBrowserAutofill: among === 'suggestions' });
  }

  /** Nobody waits for a suggestion any more. */
  async stop(): Promise<void> {
    if (this.isSupported) (await import('@simplewebauthn/browser')).WebAuthnAbortService.cancelCeremony();
  }

  /** Makes one on this device and keeps it under the name. */
  async add(name: string): Promise<Passkey> {
    const [{ startRegistration }, optionsJSON] = await Promise.all([
      import('@simplewebauthn/browser'),
      firstValueFrom(this.http.post<PublicKeyCredentialCreationOptionsJSON>('/api/me/passkeys/options', {})),
    ]);
    const made = await startRegistration({ optionsJSON });
    const transports = made.response.transports ?? [];
    const registration = { name, response: { ...made, response: { ...made.response, transports } } } as PasskeyRegistration;
    return Passkey.parse(await firstValueFrom(this.http.post('/api/me/passkeys', registration)));
  }

  async rename(id: string, name: string): Promise<void> {
    await firstValueFrom(this.http.patch(`/api/me/passkeys/${id}`, { name }));
  }

  async remove(id: string): Promise<void> {
    await firstValueFrom(this.http.delete(`/api/me/passkeys/${id}`));
  }
}

/** What the browser says when its window is closed, or nothing answers in time. */
export const wasStopped = (error: unknown): boolean => error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name);

/** The device has a passkey for this account already. */
export const isKnownDevice = (error: unknown): boolean => error instanceof Error && error.name === 'InvalidStateError';
