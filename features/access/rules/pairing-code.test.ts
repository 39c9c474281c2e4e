import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makePairingCode, spelledCode, typedCode } from './pairing-code.ts';

describe('the code a screen shows', () => {
  it('is found again however it is typed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (random) => {
        const code = makePairingCode(random);
        expect(code).toMatch(/^[2-9A-HJKMNP-Z]{8}$/);
        expect(typedCode(spelledCode(code))).toBe(code);
        expect(typedCode(` ${code.slice(0, 3).toLowerCase()} ${code.slice(3)} `)).toBe(code);
      }),
      { seed: 20261126 },
    );
  });
});
