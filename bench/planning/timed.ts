/** Time on the clock, and of the processor: under load only the second says what a quiet machine would take. */

export interface Times {
  readonly seconds: number;
  readonly processor: number;
}

export function timed<Value>(work: () => Value): { readonly value: Value; readonly times: Times } {
  const began = performance.now();
  const used = process.cpuUsage();
  const value = work();
  const { user, system } = process.cpuUsage(used);
  const seconds = (performance.now() - began) / 1000;
  return { value, times: { seconds, processor: (user + system) / 1e6 } };
}

export const shown = ({ seconds, processor }: Times): string =>
  `${seconds.toFixed(2)} / ${processor.toFixed(2)}`;
