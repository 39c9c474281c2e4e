import { describe, expect, it } from 'vitest';
import type { MatterSummary } from '#features/matters/contract.ts';
import { linesOfGroups, type MatterGroup, openAtFirst } from './list-lines.ts';

const group = (key: string, count: number): MatterGroup => ({ key, name: key, count, late: 0 });
const matter = (matterId: string) => ({ matterId }) as MatterSummary;
const groups = [group('lamps', 2), group('roads', 3)];
const kinds = (open: readonly string[], rows: Readonly<Record<string, readonly MatterSummary[]>>) =>
  linesOfGroups(groups, new Set(open), (key) => rows[key]).map((line) => line.id);

describe('the lines of a grouped list', () => {
  it('are the headings alone while no group stands open', () => {
    expect(kinds([], {})).toEqual(['group:lamps', 'group:roads']);
  });

  it('have the rows of an open group below its heading', () => {
    expect(kinds(['lamps'], { lamps: [matter('1'), matter('2')] })).toEqual([
      'group:lamps',
      '1',
      '2',
      'group:roads',
    ]);
  });

  it('say where rows are still missing', () => {
    expect(kinds(['roads'], { roads: [matter('3')] })).toEqual([
      'group:lamps',
      'group:roads',
      '3',
      'group:roads waiting',
    ]);
  });

  it('stand open at first where all of them are few, else closed', () => {
    expect(openAtFirst(groups)).toEqual(['lamps', 'roads']);
    expect(openAtFirst([group('lamps', 100), group('roads', 51)])).toEqual([]);
  });
});
