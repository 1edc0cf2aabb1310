import type { Problem } from '@bota/shared/domain';

export type Answer<T> = { status: number; headers: Headers; body: T; text: string };
type Options = { headers?: Record<string, string> };

/** A browser without a screen: sends JSON or a file, keeps cookies, follows no redirect. `T` is what the test expects; a problem unless it says otherwise. */
export class HttpClient {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly url: string,
    cookies: Record<string, string> = {},
  ) {
    for (const [name, value] of Object.entries(cookies)) this.cookies.set(name, value);
  }

  get<T = Problem>(path: string, options: Options = {}): Promise<Answer<T>> {
    return this.ask('GET', path, undefined, options);
  }

  post<T = Problem>(path: string, body?: unknown, options: Options = {}): Promise<Answer<T>> {
    return this.ask('POST', path, body, options);
  }

  patch<T = Problem>(path: string, body?: unknown, options: Options = {}): Promise<Answer<T>> {
    return this.ask('PATCH', path, body, options);
  }

  put<T = Problem>(path: string, body?: unknown, options: Options = {}): Promise<Answer<T>> {
    return this.ask('PUT', path, body, options);
  }

  delete<T = Problem>(path: string, options: Options = {}): Promise<Answer<T>> {
    return this.ask('DELETE', path, undefined, options);
  }

  /** The cookies as a browser would send them, for requests made elsewhere. */
  get cookieHeader(): Record<string, string> {
    return this.cookies.size === 0 ? {} : { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }

  async ask<T = Problem>(method: string, path: string, body: unknown, { headers = {} }: Options): Promise<Answer<T>> {
    const isRaw = typeof body === 'string' || body instanceof Blob;
    const contentType = body instanceof Blob ? body.type : 'application/json';
    const response = await fetch(this.url + path, {
      method,
      redirect: 'manual',
      headers: { ...this.cookieHeader, ...(body !== undefined && { 'content-type': contentType }), ...headers },
      ...(body !== undefined && { body: isRaw ? body : JSON.stringify(body) }),
    });
    for (const cookie of response.headers.getSetCookie()) this.keep(cookie);
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, text, body: (isJson ? JSON.parse(text) : undefined) as T };
  }

  private keep(cookie: string): void {
    const [pair = '', ...attributes] = cookie.split(';');
    const [name = '', value = ''] = pair.split('=');
    const isGone = value === '' || attributes.some((attribute) => /^\s*max-age=0$/i.test(attribute));
    if (isGone) this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}
