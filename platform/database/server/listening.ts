/** One session that hears notifications for this process, and comes back when it breaks. */
import pg from 'pg';

type Hear = (payload: string) => void;

/** Milliseconds before the next try to come back. */
const PAUSE = 1000;

export class Listening {
  readonly #config: pg.ClientConfig;
  readonly #heard = new Map<string, Set<Hear>>();
  #client: Promise<pg.Client> | undefined;
  #again: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(config: pg.ClientConfig) {
    this.#config = config;
  }

  async listen(channel: string, hear: Hear): Promise<() => Promise<void>> {
    const hearers = this.#heard.get(channel) ?? new Set<Hear>();
    this.#heard.set(channel, hearers.add(hear));
    await (await this.#connected()).query(`listen ${pg.escapeIdentifier(channel)}`);
    return async () => {
      hearers.delete(hear);
    };
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#again);
    const client = await this.#client?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  #connected(): Promise<pg.Client> {
    this.#client ??= this.#connect();
    return this.#client;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client(this.#config);
    client.on('error', () => undefined);
    client.on('end', () => this.#comeBack());
    client.on('notification', ({ channel, payload }) => {
      for (const hear of this.#heard.get(channel) ?? []) hear(payload ?? '');
    });
    try {
      await client.connect();
    } catch (error) {
      this.#comeBack();
      throw error;
    }
    for (const channel of this.#heard.keys()) {
      await client.query(`listen ${pg.escapeIdentifier(channel)}`);
    }
    return client;
  }

  /** What was called out meanwhile is not heard: every listener polls as a net under it. */
  #comeBack(): void {
    this.#client = undefined;
    if (this.#closed) return;
    clearTimeout(this.#again);
    this.#again = setTimeout(() => {
      this.#connected().catch(() => undefined);
    }, PAUSE);
  }
}
