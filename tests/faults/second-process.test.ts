/** One data folder, two processes: the second is refused in one sentence, the first works on. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engines } from '#tests/engines/engines.ts';
import { foundOffice } from './founded-office.ts';
import { Chronicle } from './life.ts';

const opener = join(import.meta.dirname, '..', 'engines', 'opens-folder.ts');

describe.runIf(engines.includes('embedded'))('a data folder an office works on', () => {
  it('is refused to a second process, as long as the first lives, and free after its death', async () => {
    const { plan, drop } = await foundOffice('embedded');
    const chronicle = new Chronicle(plan);
    let second = '';
    const open = async (): Promise<void> => {
      second = spawnSync(process.execPath, [opener, plan.where], { encoding: 'utf8' }).stdout;
    };
    const found = await chronicle.next({ acknowledgements: 20, after: 0 }, open);
    expect(found).toEqual([]);
    expect(second).toMatch(/^LX008 \S.+\n$/);
    // The killed one leaves no lock behind.
    expect(await chronicle.next(undefined)).toEqual([]);
    expect(chronicle.acknowledged.length).toBeGreaterThanOrEqual(20);
    await drop();
  }, 300_000);
});
