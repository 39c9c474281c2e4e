import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  IMPORTED_STATES,
  type ImportedPast,
  importedPast,
  type SaidPast,
} from './imported-past.ts';

const SEED = 530;
const NOW = '2026-11-02T01:30:00.000Z';
const SAID: SaidPast = {
  state: 'closed',
  reportedAt: '2018-04-12T15:11:26.000Z',
  filedAt: null,
  dispatchedAt: null,
  answeredAt: null,
  closedAt: '2018-04-12T16:45:47.000Z',
  handleDueAt: '2018-04-13T15:11:26.000Z',
  solved: null,
  satisfaction: null,
};
const past = (more: Partial<SaidPast>) => importedPast({ ...SAID, ...more }, NOW);
const columns = (more: Partial<SaidPast>) => {
  const read = past(more);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};

describe('the past that a record of another system tells', () => {
  it('of a closed matter is its report, its answer at the closing, and its limit', () => {
    expect(columns({})).toMatchObject({
      columns: {
        state: 'closed',
        filedAt: SAID.reportedAt,
        answeredAt: SAID.closedAt,
        closedAt: SAID.closedAt,
        handleDueAt: SAID.handleDueAt,
        dueAt: null,
        escalateAt: null,
      },
      doubts: [],
    });
  });
  it('that ends before it begins, or begins after today, is refused', () => {
    expect(past({ closedAt: '1900-01-01T05:00:00.000Z' })).toMatchObject({
      refusal: { code: 'import.order', field: 'closedAt' },
    });
    expect(past({ reportedAt: '2027-01-01T00:00:00.000Z' })).toMatchObject({
      refusal: { code: 'input.impossible_date', field: 'reportedAt' },
    });
    expect(past({ closedAt: '2027-01-01T00:00:00.000Z' })).toMatchObject({
      refusal: { code: 'input.impossible_date', field: 'closedAt' },
    });
  });
  it('of a closed matter that does not say when is refused: no figure could count it', () => {
    expect(past({ closedAt: null })).toMatchObject({
      refusal: { code: 'import.value_missing', field: 'closedAt' },
    });
  });
  it('of an open matter with a time of closing leaves that empty and says so', () => {
    expect(columns({ state: 'handling', closedAt: '1900-01-01T05:00:00.000Z' })).toMatchObject({
      columns: { state: 'handling', closedAt: null, answeredAt: null },
      doubts: ['closedAt'],
    });
  });
  it('with a limit before the report has no limit', () => {
    expect(columns({ handleDueAt: '2018-04-01T00:00:00.000Z' })).toMatchObject({
      columns: { handleDueAt: null },
      doubts: ['handleDueAt'],
    });
  });
  it('does not climb for what was late before it came, and does for what is not yet', () => {
    expect(columns({ state: 'handling', closedAt: null }).columns).toMatchObject({
      dueAt: SAID.handleDueAt,
      escalateAt: null,
    });
    const later = '2026-12-01T00:00:00.000Z';
    expect(
      columns({ state: 'handling', closedAt: null, handleDueAt: later }).columns,
    ).toMatchObject({
      dueAt: later,
      escalateAt: later,
    });
  });
  it('with an opinion outside one to five has none', () => {
    expect(columns({ solved: true, satisfaction: 9 })).toMatchObject({
      columns: { solved: true, satisfaction: null, callBack: 'reached' },
      doubts: ['satisfaction'],
    });
  });
  it('is never out of order, whatever the record says', () => {
    const time = fc
      .date({ min: new Date('1990-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString());
    const said = fc.record<SaidPast>({
      state: fc.option(fc.constantFrom(...IMPORTED_STATES)),
      reportedAt: time,
      filedAt: fc.option(time),
      dispatchedAt: fc.option(time),
      answeredAt: fc.option(time),
      closedAt: fc.option(time),
      handleDueAt: fc.option(time),
      solved: fc.option(fc.boolean()),
      satisfaction: fc.option(fc.integer({ min: -2, max: 9 })),
    });
    fc.assert(
      fc.property(said, (one) => {
        const read = importedPast(one, NOW);
        if (read.ok) expectOrder(one, read.value);
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

function expectOrder(said: SaidPast, { columns: told, doubts }: ImportedPast): void {
  const { reportedAt, filedAt, dispatchedAt, answeredAt, closedAt } = told;
  const end = closedAt ?? NOW;
  const times = [reportedAt, filedAt, dispatchedAt, answeredAt].filter((at) => at !== null);
  expect(times.filter((at) => at < reportedAt || at > end)).toEqual([]);
  expect(closedAt !== null).toBe(['closed', 'evaluated'].includes(told.state));
  // Nothing that was said is dropped in silence.
  const fields = ['filedAt', 'dispatchedAt', 'closedAt', 'handleDueAt'] as const;
  const dropped = fields.filter((field) => said[field] !== null && told[field] !== said[field]);
  expect(dropped.filter((field) => !doubts.includes(field))).toEqual([]);
}
