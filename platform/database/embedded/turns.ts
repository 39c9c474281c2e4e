/** The one session of the embedded engine is lent in the order of asking. */
import { fault } from '../faults.ts';

interface Waiter {
  readonly go: () => void;
  readonly timer: NodeJS.Timeout;
}

export class Turns {
  readonly #waiters: Waiter[] = [];
  readonly #longestWait: number;
  #taken = false;

  /** @param longestWait milliseconds after which a waiter gives up with `LX005` */
  constructor(longestWait: number) {
    this.#longestWait = longestWait;
  }

  async take<T>(body: () => Promise<T>): Promise<T> {
    await this.#mine();
    try {
      return await body();
    } finally {
      this.#next();
    }
  }

  #mine(): Promise<void> {
    if (!this.#taken) {
      this.#taken = true;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiters.splice(this.#waiters.indexOf(waiter), 1);
        const seconds = this.#longestWait / 1000;
        reject(fault('busy', `the embedded database was not free for ${seconds} seconds`));
      }, this.#longestWait);
      const waiter: Waiter = { go: resolve, timer };
      this.#waiters.push(waiter);
    });
  }

  #next(): void {
    const waiter = this.#waiters.shift();
    if (waiter === undefined) {
      this.#taken = false;
      return;
    }
    clearTimeout(waiter.timer);
    waiter.go();
  }
}
