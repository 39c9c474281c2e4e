import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonFault } from './json-fault.ts';

const at = (text: string) => {
  const fault = jsonFault(text);
  return fault && [fault.expected, fault.found, fault.place.line, fault.place.column];
};

describe('the place where a text stops being JSON', () => {
  it('is told with what should stand there', () => {
    expect(at('{\n  "a": 1\n  "b": 2\n}')).toEqual(['comma_or_brace', '"', 3, 3]);
    expect(at('{"a" 1}')).toEqual(['colon', '1', 1, 6]);
    expect(at('{"a": }')).toEqual(['value', '}', 1, 7]);
    expect(at('{"a": 1,}')).toEqual(['key', '}', 1, 9]);
    expect(at('[1, 2')).toEqual(['comma_or_bracket', '', 1, 6]);
    expect(at('{"a": "b\n}')).toEqual(['quote', '\n', 1, 9]);
    expect(at('{"a": "b')).toEqual(['quote', '"', 1, 7]);
    expect(at('{"a": "\\x"}')).toEqual(['escape', '\\', 1, 8]);
    expect(at('{} {}')).toEqual(['end', '{', 1, 4]);
    expect(at('')).toEqual(['value', '', 1, 1]);
  });

  it('names signs of full width, which an input method slips in', () => {
    expect(at('{"a": 1，"b": 2}')).toEqual(['plain_sign', '，', 1, 8]);
    expect(at('{“a”: 1}')).toEqual(['plain_sign', '“', 1, 2]);
    expect(at('{"a"：1}')).toEqual(['plain_sign', '：', 1, 5]);
  });

  it('is found exactly where JSON.parse finds something wrong, and nowhere else', () => {
    const signs = fc.constantFrom(...'{}[]",:0123.-e \n\ttruefalsenull\\ua，');
    const text = fc.oneof(
      fc.json().map((json) => json),
      fc.array(signs, { maxLength: 24 }).map((all) => all.join('')),
      fc.tuple(fc.json(), fc.nat(), signs).map(([json, place, sign]) => {
        const where = place % (json.length + 1);
        return json.slice(0, where) + sign + json.slice(where);
      }),
    );
    fc.assert(
      fc.property(text, (one) => {
        let parses = true;
        try {
          JSON.parse(one);
        } catch {
          parses = false;
        }
        expect(jsonFault(one) === undefined).toBe(parses);
      }),
      { seed: 20261126, numRuns: 3000 },
    );
  });
});
