/** Locks and notifications where one process is all there is. */
import { EventEmitter } from 'node:events';

export class LocalCalls {
  readonly #locks = new Set<string>();
  readonly #channels = new EventEmitter().setMaxListeners(0);

  async whileLocked<T>(name: string, body: (lost: AbortSignal) => Promise<T>) {
    if (this.#locks.has(name)) return undefined;
    this.#locks.add(name);
    try {
      return await body(new AbortController().signal);
    } finally {
      this.#locks.delete(name);
    }
  }

  notify(channel: string, payload: string): void {
    // As from a server: never heard before the call has returned.
    setImmediate(() => this.#channels.emit(`to ${channel}`, payload));
  }

  listen(channel: string, hear: (payload: string) => void): () => void {
    this.#channels.on(`to ${channel}`, hear);
    return () => this.#channels.off(`to ${channel}`, hear);
  }
}
