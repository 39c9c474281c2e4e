/** A scheme of forty items and the households it is measured with; the same on every machine. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { WHOLE } from '#tests/worlds/schemes.ts';

const KINDS = ['compensation', 'subsidy', 'reward'] as const;

/** Of each sort in turn: a product with a table, one with limits, a branch, a share by date, tiers. */
function formulaOf(at: number): Readonly<Record<string, string>> {
  const rate = (at * 37) % 900;
  switch (at % 5) {
    case 0:
      return { formula: `面积 × 单价 × ${(at % 9) + 1}%` };
    case 1:
      return { formula: `面积 × ${rate + 8} 元/㎡`, min: '800 元', max: `${rate + 90000} 元` };
    case 2:
      return {
        formula: `若 区位 = “一类” 且 面积 > 60 ㎡ 则 计费面积 × ${rate + 15} 元/㎡·月 × 6 月 否则 计费面积 × ${rate + 12} 元/㎡·月 × 4 月`,
      };
    case 3:
      return { formula: `（面积 × 单价） × 早签比例`, max: '8 万元' };
    default:
      return {
        formula: `分段（分级补助） × ${(at % 3) + 1}`,
        when: at % 2 === 0 ? '低保' : '人口 ≥ 2 人',
      };
  }
}

/** @param raise percentage points more on every fifth item, for a second version */
export function fortyItems(version: string, raise = 0): Readonly<Record<string, unknown>> {
  const items = Array.from({ length: 39 }, (_, at) => ({
    name: `第${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${Math.floor(at / 10) + 1}项`,
    kind: KINDS[at % KINDS.length],
    cite: `第${at + 1}条`,
    ...formulaOf(at),
    ...(raise > 0 && at % 5 === 0 && { formula: `面积 × 单价 × ${(at % 9) + 1 + raise}%` }),
  }));
  const trees = {
    name: '林木',
    kind: 'compensation',
    each: '树木',
    cite: '第四十条',
    formula: '株数 × 树价',
  };
  return {
    ...WHOLE,
    ...{ id: 'forty-items', version, choices: undefined, limits: [], columns: { key: '户号' } },
    tables: WHOLE.tables.filter(({ name }) => name !== '档次奖励'),
    items: [...items, trees],
  };
}

const COLUMNS = ['户号', '面积', '人口', '区位', '签约', '腾空', '低保', '树种', '株数'];

/** Households in rows; one in ten has a second row for its second kind of tree. */
export function writeHouseholds(path: string, count: number): void {
  const file = openSync(path, 'w');
  let open = `${COLUMNS.join(',')}\n`;
  for (let at = 0; at < count; at += 1) {
    const day = String((at % 28) + 1).padStart(2, '0');
    const area = `${(at * 7) % 300}.${String((at * 13) % 100).padStart(2, '0')}`;
    const place = at % 3 === 0 ? '一类' : '二类';
    open += `${at},${area},${(at % 6) + 1},${place},2024-03-${day} 1${at % 10}:30,2024-06-${day},${at % 4 === 0 ? '是' : '否'},果树,${at % 20}\n`;
    if (at % 10 === 0) open += `${at},,,,,,,杂树,${at % 7}\n`;
    if (open.length > 1 << 20) {
      writeSync(file, open);
      open = '';
    }
  }
  writeSync(file, open);
  closeSync(file);
}
