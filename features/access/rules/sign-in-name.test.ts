import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSignInName, makeSignInName, normaliseSignInName } from './sign-in-name.ts';

describe('a sign-in name', () => {
  it('is never a phone or an identity number', () => {
    expect(isSignInName('13800138000')).toBe(false);
    expect(isSignInName('11010519491231002x')).toBe(false);
    expect(isSignInName('440524188001010014')).toBe(false);
    expect(isSignInName('street_office.01')).toBe(true);
  });

  it('has one form, whatever the person typed around it', () => {
    expect(normaliseSignInName('  Intake01 ')).toBe('intake01');
  });

  it('that is made is always acceptable', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
        expect(isSignInName(makeSignInName(random))).toBe(true);
      }),
      { seed: 20261122 },
    );
  });
});
