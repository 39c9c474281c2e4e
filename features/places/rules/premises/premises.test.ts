import { describe, expect, it } from 'vitest';
import { kindsBelow } from './kinds.ts';
import { floorOf, numberRooms, sortKeyOf } from './names.ts';
import { type Branch, linesOf, stepInTree, typedTo } from './tree.ts';
import { wallChart } from './wall-chart.ts';

describe('names of buildings and rooms', () => {
  it('follow one another by their numbers', () => {
    const names = ['10号楼', '2号楼', '１号楼', '2号楼附1'];
    expect(names.toSorted((a, b) => (sortKeyOf(a) < sortKeyOf(b) ? -1 : 1))).toEqual([
      '１号楼',
      '2号楼',
      '2号楼附1',
      '10号楼',
    ]);
  });

  it('say their floor where they are numbers of rooms', () => {
    expect(['101', '1203室', '0302', '7', '西屋', '12345'].map(floorOf)).toEqual([
      1,
      12,
      3,
      null,
      null,
      null,
    ]);
  });

  it('are numbered floor by floor, as many as one command takes', () => {
    expect(numberRooms({ lowest: 1, highest: 2, perFloor: 2 })).toEqual([
      { name: '101', floor: 1 },
      { name: '102', floor: 1 },
      { name: '201', floor: 2 },
      { name: '202', floor: 2 },
    ]);
    expect(numberRooms({ lowest: 11, highest: 11, perFloor: 1 })).toEqual([
      { name: '1101', floor: 11 },
    ]);
    expect(numberRooms({ lowest: 1, highest: 60, perFloor: 20 })).toEqual([]);
    expect(numberRooms({ lowest: 3, highest: 1, perFloor: 2 })).toEqual([]);
    expect(numberRooms({ lowest: 0, highest: 1, perFloor: 2 })).toEqual([]);
  });

  it('no room stands in a room, and no building in a building', () => {
    expect(kindsBelow('room')).toEqual([]);
    expect(kindsBelow('building')).toEqual(['entrance', 'room']);
    expect(kindsBelow('site')).toEqual(['building', 'room']);
  });
});

describe('the wall chart of a building', () => {
  const house = { premiseId: 'house', name: '1号楼' };
  const doors = [
    { premiseId: 'one', name: '1单元' },
    { premiseId: 'two', name: '2单元' },
  ];
  const room = (name: string, aboveId: string, floor: number | null) => ({
    premiseId: `${aboveId} ${name}`,
    aboveId,
    name,
    floor,
  });

  it('has the top floor first and shows floors in between that have no room', () => {
    const chart = wallChart(house, doors, [
      room('101', 'one', 1),
      room('102', 'one', 1),
      room('301', 'two', 3),
    ]);
    expect(chart.floors.map(({ floor }) => floor)).toEqual([3, 2, 1]);
    expect(chart.entrances.map(({ width }) => width)).toEqual([2, 1]);
    expect(chart.floors[2]?.rooms.map((own) => own.map(({ name }) => name))).toEqual([
      ['101', '102'],
      [],
    ]);
  });

  it('keeps rooms without an entrance or a floor in sight', () => {
    const chart = wallChart(house, doors, [room('地下室', 'house', null), room('101', 'one', 1)]);
    expect(chart.entrances.map(({ name }) => name)).toEqual(['1单元', '2单元', '1号楼']);
    expect(chart.floors.map(({ floor }) => floor)).toEqual([1, null]);
  });
});

describe('a tree by keys', () => {
  const branch = (id: string, below = 0): Branch => ({ id, name: id, below });
  const below = new Map([['estate', [branch('1号楼', 1), branch('2号楼')]]]);
  const roots = [branch('estate', 2), branch('yard')];
  const open = linesOf(roots, below, new Set(['estate', '1号楼']));

  it('shows what is open, also while what is below is still read', () => {
    expect(open.map(({ branch: { id }, level }) => [id, level])).toEqual([
      ['estate', 1],
      ['1号楼', 2],
      ['2号楼', 2],
      ['yard', 1],
    ]);
    expect(linesOf(roots, below, new Set()).map(({ branch: { id } }) => id)).toEqual([
      'estate',
      'yard',
    ]);
  });

  it('goes, opens and closes with the arrows', () => {
    expect(stepInTree(open, 0, 'ArrowRight')).toEqual({ go: 1 });
    expect(stepInTree(open, 0, 'ArrowLeft')).toEqual({ close: 'estate' });
    expect(stepInTree(open, 2, 'ArrowLeft')).toEqual({ go: 0 });
    expect(stepInTree(open, 2, 'ArrowRight')).toBeUndefined();
    expect(stepInTree(open, 3, 'ArrowDown')).toEqual({ go: 3 });
    expect(stepInTree(open, 3, 'Home')).toEqual({ go: 0 });
    const closed = linesOf(roots, below, new Set());
    expect(stepInTree(closed, 0, 'ArrowRight')).toEqual({ open: 'estate' });
  });

  it('finds the next that begins with what is typed', () => {
    expect(typedTo(open, 0, '2')).toBe(2);
    expect(typedTo(open, 2, '2号')).toBe(2);
    expect(typedTo(open, 3, 'e')).toBe(0);
    expect(typedTo(open, 0, 'x')).toBe(-1);
  });
});
