import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { gather } from './gather.ts';

/** A reading that answers when it is told to, with the key and how many readings there were. */
function reading() {
  const sent: { keys: readonly string[]; answer: () => void; fail: (fault: Error) => void }[] = [];
  const read = (keys: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const { promise, resolve, reject } = Promise.withResolvers<ReadonlyMap<string, string>>();
    const answers = new Map(keys.filter((key) => key !== 'nobody').map((key) => [key, key]));
    sent.push({ keys, answer: () => resolve(answers), fail: reject });
    return promise;
  };
  return { sent, find: gather(read) };
}

describe('reads that are gathered', () => {
  it('travel together where they are asked for in one moment, each key once', async () => {
    const { sent, find } = reading();
    const asked = Promise.all(['a', 'b', 'a', 'nobody'].map(find));
    await turn();
    expect(sent.map(({ keys }) => keys)).toEqual([['a', 'b', 'nobody']]);
    sent[0]?.answer();
    expect(await asked).toEqual(['a', 'b', 'a', undefined]);
  });

  it('are never answered by what was sent before they were asked for', async () => {
    const { sent, find } = reading();
    const first = find('a');
    await turn();
    const second = find('a');
    sent[0]?.answer();
    expect(await first).toBe('a');
    await turn();
    await turn();
    expect(sent.map(({ keys }) => keys)).toEqual([['a'], ['a']]);
    sent[1]?.answer();
    expect(await second).toBe('a');
  });

  it('fail together, and the next ones are tried anew', async () => {
    const { sent, find } = reading();
    const both = Promise.allSettled([find('a'), find('b')]);
    await turn();
    sent[0]?.fail(new Error('the connection broke'));
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const next = find('a');
    await turn();
    sent[1]?.answer();
    expect(await next).toBe('a');
  });

  it('do not wait for one that hangs', async () => {
    const { sent, find } = reading();
    const hanging = find('a');
    await turn();
    const other = find('b');
    while (sent.length < 2) await pause(5);
    sent[1]?.answer();
    expect(await other).toBe('b');
    sent[0]?.answer();
    expect(await hanging).toBe('a');
  });
});
