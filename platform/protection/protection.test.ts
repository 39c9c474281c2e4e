import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TenantId } from '#kernel/ids.ts';
import { deriveKeys } from './keys.ts';
import { createProtection } from './protection.ts';

const SEED = 20261127;
const one = '01890000-0000-7000-8000-000000000001' as TenantId;
const two = '01890000-0000-7000-8000-000000000002' as TenantId;
const master = (id: string) => ({ id, bytes: Buffer.alloc(32, id) });
const keys = deriveKeys([master('k1')]);
const protection = createProtection(keys);

describe('a protected value', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        const { ciphertext } = protection.protect(one, 'people.phone', plain);
        expect(protection.open(one, 'people.phone', ciphertext)).toBe(plain);
      }),
      { seed: SEED },
    );
  });

  it('never looks the same twice, nor does its commitment', () => {
    const [a, b] = [0, 1].map(() => protection.protect(one, 'people.phone', '13800138000'));
    expect(a?.ciphertext).not.toBe(b?.ciphertext);
    expect(a?.commitment).not.toBe(b?.commitment);
  });

  it('names its algorithm and key', () => {
    expect(protection.protect(one, 'people.phone', 'x').ciphertext).toMatch(/^a1\.k1\./);
  });

  it('opens for no other tenant, in no other column, and not once a bit is changed', () => {
    const { ciphertext } = protection.protect(one, 'people.phone', '13800138000');
    expect(() => protection.open(two, 'people.phone', ciphertext)).toThrow();
    expect(() => protection.open(one, 'people.identity_number', ciphertext)).toThrow();
    const body = Buffer.from(ciphertext.split('.')[2] ?? '', 'base64url');
    for (const at of body.keys()) {
      const other = Buffer.from(body);
      other.writeUInt8(other.readUInt8(at) ^ 1, at);
      const changed = `a1.k1.${other.toString('base64url')}`;
      expect(() => protection.open(one, 'people.phone', changed)).toThrow();
    }
  });

  it.each(['', 'a1', 'a1.k1', 'a1.k1.', 'a2.k1.AAAA', 'a1.k9.AAAA'])('is not %j', (text) => {
    expect(() => protection.open(one, 'people.phone', text)).toThrow();
  });

  it('keeps its commitment through a rotation of keys, and opens with the old key and the new', () => {
    const old = protection.protect(one, 'people.phone', '13800138000');
    const rotated = createProtection(deriveKeys([master('k2'), master('k1')]));
    expect(rotated.open(one, 'people.phone', old.ciphertext)).toBe('13800138000');
    expect(rotated.isOutdated(old.ciphertext)).toBe(true);
    const fresh = rotated.rotate(one, 'people.phone', old.ciphertext);
    expect(rotated.isOutdated(fresh.ciphertext)).toBe(false);
    expect(fresh.commitment).toBe(old.commitment);
    expect(rotated.commitmentOf(one, 'people.phone', fresh.ciphertext)).toBe(old.commitment);
    expect(() => protection.open(one, 'people.phone', fresh.ciphertext)).toThrow('unknown key');
  });

  it('is found by its hash within its tenant and column only, also under an older key', () => {
    const hashes = protection.searchHashes(one, 'people.phone', '13800138000');
    expect(protection.searchHashes(one, 'people.phone', '13800138000')).toEqual(hashes);
    expect(protection.searchHashes(two, 'people.phone', '13800138000')).not.toEqual(hashes);
    expect(protection.searchHashes(one, 'people.wechat', '13800138000')).not.toEqual(hashes);
    const rotated = createProtection(deriveKeys([master('k2'), master('k1')]));
    expect(rotated.searchHashes(one, 'people.phone', '13800138000')).toContain(hashes[0]);
  });
});

describe('keys', () => {
  it('of different purposes and tenants share nothing', () => {
    const made = [
      keys.current('audit', one),
      keys.current('field', one),
      keys.current('search', one),
      keys.current('commitment', one),
      keys.current('audit', two),
    ].map(({ bytes }) => Buffer.from(bytes).toString('hex'));
    expect(new Set(made).size).toBe(made.length);
  });

  it.each([
    ['none', []],
    ['a short one', [{ id: 'k1', bytes: Buffer.alloc(31) }]],
    ['one id twice', [master('k1'), master('k1')]],
    ['a name that would break the stored form', [{ id: 'k.1', bytes: Buffer.alloc(32) }]],
  ])('are not %s', (_what, masters) => {
    expect(() => deriveKeys(masters)).toThrow();
  });
});
