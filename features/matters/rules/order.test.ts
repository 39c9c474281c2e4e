import { describe, expect, it } from 'vitest';
import { type Ordered, orderFacts, ordersOf } from './order.ts';

const entry = (kind: string, organisation: string, text = '', at = '2026-11-26T01:00:00.000Z') => ({
  kind: `matter.${kind}`,
  organisation,
  text,
  at,
});

const supervised: Ordered = {
  handler: { name: '市政设施养护所' },
  handleDueAt: '2026-11-28T09:00:00.000Z',
  dueAt: '2026-11-26T09:00:00.000Z',
  supervised: true,
  timeline: [
    entry('report', ''),
    entry('dispatch', '派遣中心', '请先到场围挡'),
    entry('supervise', '督查室', '三日内办结'),
    entry('instruct', '街道办', '注意安全'),
    entry('comment', '市政设施养护所', '已联系材料'),
    entry('answer', '市政设施养护所', '已换灯泡'),
    entry('complain', '', '没有人来看'),
    entry('supervise', '督查室', '今日内回话'),
  ],
};

describe('an order in writing', () => {
  it('there is one to handle for what is a unit’s, and one to press while it is supervised', () => {
    expect(ordersOf(supervised)).toEqual(['dispatch', 'supervision']);
    expect(ordersOf({ ...supervised, supervised: false })).toEqual(['dispatch']);
    expect(ordersOf({ ...supervised, handler: null })).toEqual([]);
    expect(ordersOf({ ...supervised, timeline: [] })).toEqual([]);
  });

  it('says who gave it to whom with which words, and the limit of handling', () => {
    expect(orderFacts('dispatch', supervised)).toMatchObject({
      unit: '市政设施养护所',
      issuedBy: '派遣中心',
      dueAt: '2026-11-28T09:00:00.000Z',
      demands: [{ by: '派遣中心', text: '请先到场围挡' }],
      answer: '已换灯泡',
    });
  });

  it('after a transfer it is the unit’s that has it now', () => {
    const moved = [...supervised.timeline, entry('transfer', '派遣中心', '属于公路')];
    expect(orderFacts('dispatch', { ...supervised, timeline: moved })?.demands).toMatchObject([
      { text: '属于公路' },
    ]);
  });

  it('supervision repeats all it asked, and tells nothing of a complaint', () => {
    const facts = orderFacts('supervision', supervised);
    expect(facts?.demands.map(({ text }) => text)).toEqual(['三日内办结', '今日内回话']);
    expect(facts?.instructions.map(({ text }) => text)).toEqual(['注意安全']);
    expect(JSON.stringify(facts)).not.toContain('没有人来看');
    expect(facts?.steps.map(({ kind }) => kind)).toEqual([
      'matter.report',
      'matter.dispatch',
      'matter.answer',
    ]);
  });
});
