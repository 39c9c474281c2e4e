import { describe, expect, it } from 'vitest';
import { isId } from '#kernel/ids.ts';
import { CommandKey } from './command-id.ts';

describe('the key of a command', () => {
  it('stays the same while the content is sent again', () => {
    const key = new CommandKey();
    const first = key.idFor({ body: { note: 'a' } });
    expect(isId(first)).toBe(true);
    expect(key.idFor({ body: { note: 'a' } })).toBe(first);
  });

  it('is another once the content changed or the command is done', () => {
    const key = new CommandKey();
    const first = key.idFor({ note: 'a' });
    const second = key.idFor({ note: 'b' });
    expect(second).not.toBe(first);
    key.done();
    expect(key.idFor({ note: 'b' })).not.toBe(second);
  });
});
