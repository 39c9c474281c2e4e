/**
 * Reads that are asked for in one moment travel together. What is asked for is
 * read after it was asked, never before: nothing is kept.
 */
interface Waiting<Answer> {
  readonly answered: Promise<Answer | undefined>;
  readonly resolve: (answer: Answer | undefined) => void;
  readonly reject: (fault: unknown) => void;
}

export type ReadTogether<Answer> = (
  keys: readonly string[],
) => Promise<ReadonlyMap<string, Answer>>;

/** Milliseconds after which a reading holds nobody up: a connection may hang. */
const PATIENCE = 50;

/**
 * One reading is under way at a time; what is asked for meanwhile waits for the next.
 * @param read answers those of the keys that there is an answer to
 */
export function gather<Answer>(
  read: ReadTogether<Answer>,
): (key: string) => Promise<Answer | undefined> {
  let waiting = new Map<string, Waiting<Answer>>();
  let occupied = false;

  const plan = (): void => {
    if (occupied || waiting.size === 0) return;
    occupied = true;
    // Behind the requests that came in the same turn of the loop.
    setImmediate(() => {
      const sent = waiting;
      waiting = new Map();
      const once = freeOnce();
      const patience = setTimeout(once, PATIENCE);
      fly(sent)
        .finally(() => {
          clearTimeout(patience);
          once();
        })
        .catch(() => undefined);
    });
  };

  /** The place of one reading is given back by its end or by its time, whichever comes first. */
  const freeOnce = (): (() => void) => {
    let freed = false;
    return () => {
      if (freed) return;
      freed = true;
      free();
    };
  };

  const free = (): void => {
    occupied = false;
    plan();
  };

  async function fly(sent: ReadonlyMap<string, Waiting<Answer>>): Promise<void> {
    try {
      const answers = await read([...sent.keys()]);
      for (const [key, { resolve }] of sent) resolve(answers.get(key));
    } catch (fault) {
      for (const { reject } of sent.values()) reject(fault);
    }
  }

  return (key) => {
    const known = waiting.get(key);
    if (known) return known.answered;
    const { promise, resolve, reject } = Promise.withResolvers<Answer | undefined>();
    waiting.set(key, { answered: promise, resolve, reject });
    plan();
    return promise;
  };
}
