import { beforeEach, describe, expect, it, vi } from 'vitest';
import { MOST_REFS } from '#kernel/search.ts';
import { forgetUsed, lastUsed, noteUsed } from './last-used.ts';

describe('what was used last', () => {
  const kept = new Map<string, string>();
  beforeEach(() => {
    kept.clear();
    vi.stubGlobal('window', {
      localStorage: {
        getItem: (name: string) => kept.get(name) ?? null,
        setItem: (name: string, value: string) => kept.set(name, value),
        removeItem: (name: string) => kept.delete(name),
      },
    });
  });

  it('comes back with the latest first and each thing once', () => {
    for (const ref of ['matter:1', 'place:2', 'matter:1']) noteUsed('me', ref);
    expect(lastUsed('me')).toEqual(['matter:1', 'place:2']);
  });

  it('keeps as many as the server names again', () => {
    for (let at = 0; at < 30; at += 1) noteUsed('me', `matter:${at}`);
    expect(lastUsed('me')).toHaveLength(MOST_REFS);
    expect(lastUsed('me')[0]).toBe('matter:29');
  });

  it('is nothing to somebody else at the same device', () => {
    noteUsed('me', 'matter:1');
    expect(lastUsed('somebody else')).toEqual([]);
    noteUsed('somebody else', 'place:2');
    expect(lastUsed('me')).toEqual([]);
  });

  it('is gone when it was signed out, and nothing is made of what it cannot read', () => {
    noteUsed('me', 'matter:1');
    forgetUsed();
    expect(lastUsed('me')).toEqual([]);
    kept.set('lianxin.used', '{"who":"me","refs":"all"}');
    expect(lastUsed('me')).toEqual([]);
    kept.set('lianxin.used', 'not json');
    expect(lastUsed('me')).toEqual([]);
  });
});
