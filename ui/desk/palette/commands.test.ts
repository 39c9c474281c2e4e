import { describe, expect, it } from 'vitest';
import { type Command, commandsFor } from './commands.ts';

const command = (label: string, words: string): Command => ({
  ref: label,
  label,
  words,
  run: () => undefined,
});
const all = [
  command('今日', 'jr jinri'),
  command('超期的事项', 'cq chaoqi'),
  command('事项', 'sx shixiang'),
  command('网格规划', 'wggh'),
  command('网格', 'wg'),
];
const found = (typed: string) => commandsFor(all, typed).map(({ label }) => label);

describe('screens and actions', () => {
  it('are found by their name, what begins so first', () => {
    expect(found('事项')).toEqual(['事项', '超期的事项']);
  });

  it('stand first when their whole name is typed', () => {
    expect(found('网格')).toEqual(['网格', '网格规划']);
  });

  it('are found by first letters and spelling', () => {
    expect(found('CQ')).toEqual(['超期的事项']);
    expect(found('jinr')).toEqual(['今日']);
  });

  it('are not found by what is inside another word, nor by nothing', () => {
    expect(found('inri')).toEqual([]);
    expect(found(' ')).toEqual([]);
  });
});
