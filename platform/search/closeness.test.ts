import { describe, expect, it } from 'vitest';
import { closeness } from './closeness.ts';

const lamp = { title: '路灯不亮', note: '261115-348850 · 路灯' };

describe('how close a thing comes to the words', () => {
  it.each([
    ['261115-348850', 0],
    ['路灯', 0],
    ['２６１１１５', 1],
    ['路灯不', 1],
    ['不亮', 2],
    ['灯坏了', 3],
  ])('%s: %i', (words, expected) => {
    expect(closeness(words, lamp)).toBe(expected);
  });

  it('makes nothing of large and small letters and of spaces around', () => {
    expect(closeness(' LAMP yard ', { title: 'Lamp Yard', note: '' })).toBe(0);
  });
});
