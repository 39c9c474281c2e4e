import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cookiesOfAnswer, signedValue } from './session-cookie.ts';

const SECRET = 'a secret of the test';
const sign = (value: string, secret = SECRET) =>
  `${value}.${createHmac('sha256', secret).update(value).digest('base64')}`;

describe('a signed cookie', () => {
  it('gives its value only where the signature is ours', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), (value, other) => {
        expect(signedValue(sign(value), SECRET)).toBe(value);
        expect(signedValue(sign(value, `${SECRET}!`), SECRET)).toBeUndefined();
        if (other === value) return;
        const signature = sign(value).slice(value.length);
        expect(signedValue(other + signature, SECRET)).toBeUndefined();
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });

  it('is nothing where it has no signature or no value', () => {
    for (const text of [undefined, '', '.', 'value', 'value.', '.c2lnbmF0dXJl']) {
      expect(signedValue(text, SECRET)).toBeUndefined();
    }
  });

  it('is read from an answer as the next request would send it', () => {
    const headers = new Headers();
    headers.append(
      'set-cookie',
      `lianxin.session_token=${encodeURIComponent(sign('token'))}; Path=/`,
    );
    headers.append('set-cookie', 'lianxin.two_factor=; Max-Age=0');
    expect(cookiesOfAnswer(headers)).toEqual({
      'lianxin.session_token': sign('token'),
      'lianxin.two_factor': '',
    });
  });
});
