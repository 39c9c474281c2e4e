/** Work per key, one at a time; a wake during the work makes it run once more. */
export interface Serial<Key> {
  /** Starts the work, or makes it run again after the present run. Returns at once. */
  wake(key: Key): void;
  /** As `wake`, and resolves when the key has come to rest. */
  run(key: Key): Promise<void>;
  settled(): Promise<void>;
}

export function serialByKey<Key>(
  work: (key: Key) => Promise<void>,
  onFault: (fault: unknown, key: Key) => void,
): Serial<Key> {
  const running = new Map<Key, { again: boolean; done: Promise<void> }>();
  const start = (key: Key): Promise<void> => {
    const present = running.get(key);
    if (present !== undefined) {
      present.again = true;
      return present.done;
    }
    const run = { again: true, done: Promise.resolve() };
    running.set(key, run);
    run.done = (async () => {
      while (run.again) {
        run.again = false;
        await work(key).catch((fault: unknown) => onFault(fault, key));
      }
      running.delete(key);
    })();
    return run.done;
  };
  return {
    wake: (key) => {
      start(key).catch((fault: unknown) => onFault(fault, key));
    },
    run: start,
    settled: async () => {
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
