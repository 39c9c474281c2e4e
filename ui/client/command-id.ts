/** Ids of commands, made where the command is made (UUIDv7, as everywhere). */
import { uuidV7 } from '#kernel/ids.ts';

export function newCommandId(): string {
  return uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}

/**
 * Gives the same id for the same content until it is done, so that sending
 * again after a lost answer is the same command, and changed words are another.
 */
export class CommandKey {
  #content = '';
  #id = '';
  idFor(content: unknown): string {
    const text = JSON.stringify(content) ?? '';
    if (this.#id === '' || text !== this.#content) {
      this.#content = text;
      this.#id = newCommandId();
    }
    return this.#id;
  }
  done(): void {
    this.#id = '';
  }
}
