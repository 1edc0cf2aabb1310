export type StreamEvent = { id?: string; type: string; data: Record<string, unknown> };

/** A client of server-sent events that remembers everything it heard. */
export class EventStream {
  readonly heard: StreamEvent[] = [];
  private readonly waiting = new Set<() => void>();

  private constructor(private readonly abort: AbortController) {}

  /** Connects, and settles when the server says that the stream is ready. */
  static async open(url: string, headers: Record<string, string> = {}): Promise<EventStream> {
    const abort = new AbortController();
    const response = await fetch(url, { headers: { accept: 'text/event-stream', ...headers }, signal: abort.signal });
    if (!response.ok || !response.body) throw new Error(`no stream: ${response.status} ${await response.text()}`);
    const stream = new EventStream(abort);
    stream.read(response.body).catch(() => undefined);
    await stream.next(({ type }) => type === 'ready');
    return stream;
  }

  /** The first event heard, or still to come, that fits; fails after `patience` milliseconds. */
  async next(fits: (event: StreamEvent) => boolean, patience = 2000): Promise<StreamEvent> {
    const deadline = Date.now() + patience;
    for (;;) {
      const found = this.heard.find(fits);
      if (found) return found;
      if (Date.now() >= deadline) throw new Error(`not heard within ${patience} ms; heard ${JSON.stringify(this.heard)}`);
      await this.more(deadline - Date.now());
    }
  }

  close(): void {
    this.abort.abort();
  }

  private more(milliseconds: number): Promise<void> {
    return new Promise((done) => {
      const wake = () => {
        clearTimeout(late);
        this.waiting.delete(wake);
        done();
      };
      const late = setTimeout(wake, milliseconds);
      this.waiting.add(wake);
    });
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    let rest = '';
    const decoder = new TextDecoder();
    for await (const bytes of body) {
      const text = decoder.decode(bytes, { stream: true });
      const blocks = (rest + text).split('\n\n');
      rest = blocks.pop() ?? '';
      this.heard.push(...blocks.filter((block) => block.trim() !== '').map(eventOf));
      for (const wake of [...this.waiting]) wake();
    }
  }
}

function eventOf(block: string): StreamEvent {
  const field = (name: string) => new RegExp(`^${name}: ?(.*)$`, 'm').exec(block)?.[1];
  const id = field('id');
  return { ...(id !== undefined && { id }), type: field('event') ?? 'message', data: JSON.parse(field('data') ?? '{}') };
}
