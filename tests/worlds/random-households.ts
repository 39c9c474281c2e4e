/** Households of the sample scheme, by a seed; many of them at the edges of its rules. */
import type { RawFacts } from '#features/relocation/rules/scheme/document.ts';

const EDGES = [
  '0',
  '19.99',
  '20',
  '20.01',
  '49.99',
  '50',
  '59.99',
  '60',
  '60.01',
  '119.99',
  '120',
  '5000',
];
const MINUTES = [
  '2024-03-20 17:29',
  '2024-03-20 17:30',
  '2024-03-20 17:31',
  '2024-04-10 23:59',
  '2024-04-11 00:00',
];

/** Mulberry32: small, and the same everywhere. */
function chance(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function randomHouseholds(count: number, seed: number): readonly RawFacts[] {
  const any = chance(seed);
  const two = (number: number): string => String(number).padStart(2, '0');
  return Array.from({ length: count }, () => ({
    面积: any(8) === 0 ? (EDGES[any(EDGES.length)] ?? '0') : `${any(400)}.${two(any(100))}`,
    人口: String(any(9) + 1),
    区位: any(2) === 0 ? '一类' : '二类',
    签约:
      any(8) === 0
        ? (MINUTES[any(MINUTES.length)] ?? '')
        : `2024-0${any(3) + 2}-${two(any(28) + 1)} ${two(any(24))}:${two(any(60))}`,
    腾空: `2024-${two(any(12) + 1)}-${two(any(28) + 1)}`,
    低保: any(4) === 0 ? '是' : '否',
    树木: Array.from({ length: any(3) + 1 }, () => ({
      树种: any(2) === 0 ? '果树' : '杂树',
      株数: String(any(60)),
    })),
  }));
}

/** The same households as a file, trees in rows. */
export function householdsCsv(households: readonly RawFacts[]): string {
  const single = ['面积', '人口', '区位', '签约', '腾空', '低保'];
  const lines = households.flatMap((facts, at) => {
    const trees = facts['树木'];
    if (!Array.isArray(trees)) throw new Error('trees are a list');
    return trees.map((tree, row) =>
      [
        at + 1,
        ...single.map((name) => (row === 0 ? facts[name] : '')),
        tree['树种'],
        tree['株数'],
      ].join(','),
    );
  });
  return `${['户号', ...single, '树种', '株数'].join(',')}\n${lines.join('\n')}\n`;
}
