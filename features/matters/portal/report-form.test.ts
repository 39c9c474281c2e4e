import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportMatter } from '../contract.ts';
import { readReport, reportBody, reportErrors } from './report-form.ts';
import { sayFor } from './texts.ts';

const say = sayFor('zh');
const errors = (fields: Record<string, string>, photos = 0) =>
  Object.fromEntries(reportErrors(say, readReport(fields), photos));

describe('a report from the form', () => {
  it('needs words or a photo, and a place', () => {
    expect(Object.keys(errors({}))).toEqual(['description', 'placeText']);
    expect(errors({ description: '路灯坏了', placeText: '文化路' })).toEqual({});
    expect(errors({ placeText: '文化路' }, 1)).toEqual({});
  });

  it.each([
    ['words', { placeText: '文化路' }],
    ['a community', { areaId: '01930000-0000-7000-8000-000000000002' }],
    ['the phone’s position', { lng: '113.6', lat: '34.7' }],
  ])('has its place by %s', (_how, where) => {
    expect(errors({ description: '路灯坏了', ...where })).toEqual({});
  });

  it('does not take half a position for a place', () => {
    expect(Object.keys(errors({ description: '路灯坏了', lng: '113.6' }))).toEqual(['placeText']);
  });

  it('takes a phone as people write it, and says where it is none', () => {
    const phone = (reporterPhone: string) =>
      errors({ description: 'a', placeText: 'b', reporterPhone });
    expect(phone('139 0000 0000')).toEqual({});
    expect(phone('＋86 139-0000-0000')).toEqual({});
    expect(phone('0371-00000000')).toEqual({});
    expect(Object.keys(phone('王先生'))).toEqual(['reporterPhone']);
  });

  it('asks for the phone where the unit may call', () => {
    const shared = { description: 'a', placeText: 'b', reporterShared: 'yes' };
    expect(Object.keys(errors(shared))).toEqual(['reporterPhone']);
  });

  it('asks the helper’s phone where it is for somebody else, and nothing of that person', () => {
    const other = { description: 'a', placeText: 'b', forOther: 'yes' };
    expect(errors(other)['reporterPhone']).toContain('替别人反映');
    expect(errors({ ...other, reporterPhone: '13900000000' })).toEqual({});
  });

  it('says how long it may be and how long it is', () => {
    const { description } = errors({ description: 'a'.repeat(2001), placeText: 'b' });
    expect(description).toContain('2000');
    expect(description).toContain('2001');
  });

  it('is what the contract takes, whenever nothing was wrong', () => {
    const text = fc.string({ unit: 'binary', maxLength: 80 }).filter((one) => one.isWellFormed());
    const form = fc.record({
      description: text,
      placeText: text,
      reporterName: text,
      reporterPhone: fc.constantFrom('', '13900000000', '0371 0000'),
      lng: fc.constantFrom('', '113.6', 'NaN', '1e999'),
      lat: fc.constantFrom('', '34.7', 'x'),
      areaId: fc.constantFrom('', '01930000-0000-7000-8000-000000000002', 'no'),
    });
    fc.assert(
      fc.property(form, (fields) => {
        const typed = readReport(fields);
        fc.pre(reportErrors(say, typed, 0).size === 0);
        expect(reportMatter.body?.safeParse(reportBody(say, typed, [])).success).toBe(true);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  }, 60_000);
});
