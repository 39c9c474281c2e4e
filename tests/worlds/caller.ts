/** Calls an app like a browser: keeps cookies, sends command ids, reads JSON. */
import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';

export interface Answered {
  readonly status: number;
  /** The answer's JSON; undefined where it is none. */
  readonly body: Readonly<Record<string, unknown>>;
  /** The answer as it came. */
  readonly text: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export class Caller {
  readonly cookies = new Map<string, string>();
  readonly #app: FastifyInstance;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(app: FastifyInstance, headers: Readonly<Record<string, string>> = {}) {
    this.#app = app;
    this.#headers = headers;
  }

  get(url: string): Promise<Answered> {
    return this.send('GET', url);
  }

  /** A command with a fresh id, or with the given one. */
  post(url: string, body: unknown = {}, commandId: string = randomUUID()): Promise<Answered> {
    return this.send('POST', url, body, { 'idempotency-key': commandId });
  }

  async send(
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answered> {
    const answer = await this.#app.inject({
      method,
      url,
      headers: { ...this.#headers, ...headers, cookie: this.#cookieHeader() },
      ...(body !== undefined && { payload: body as object }),
    });
    this.#keep(answer.cookies);
    const { statusCode: status, body: text, headers: sent } = answer;
    return { status, text, body: jsonOf(text), headers: sent };
  }

  /** Another browser with the same cookies, as of now. */
  copy(): Caller {
    const other = new Caller(this.#app, this.#headers);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  #cookieHeader(): string {
    return [...this.cookies]
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ');
  }

  #keep(cookies: readonly { name: string; value: string; maxAge?: number }[]): void {
    for (const { name, value, maxAge } of cookies) {
      if (maxAge === 0 || value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

function jsonOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
