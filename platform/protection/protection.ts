/**
 * Protected fields (design 3.5): encrypted beside their algorithm and key id,
 * found by keyed hash, committed to for the audit, masked for the eye.
 */
import { createHmac, randomBytes } from 'node:crypto';
import type { TenantId } from '#kernel/ids.ts';
import { decrypt, encrypt, keyIdOf } from './cipher.ts';
import type { DerivedKey, KeyPurpose, Keys } from './keys.ts';
import type { ProtectedValue } from './protected-value.ts';
import { secretKey } from './secret-key.ts';

/** Table and column a value lives in, as in SQL: `people.identity_number`; elsewhere it does not open. */
export type FieldName = `${string}.${string}`;

export interface Protection {
  /** Encrypts with the current key; the salt of the commitment travels inside. */
  protect(tenantId: TenantId, field: FieldName, plain: string): ProtectedValue;
  /** @throws Error where the value was changed, moved or its key is unknown */
  open(tenantId: TenantId, field: FieldName, ciphertext: string): string;
  /** What the audit would hold of a stored value; to compare with what it does hold. */
  commitmentOf(tenantId: TenantId, field: FieldName, ciphertext: string): string;
  /** True where the stored text was made with a key that is rotated out. */
  isOutdated(ciphertext: string): boolean;
  /** The same value and commitment under the current key. */
  rotate(tenantId: TenantId, field: FieldName, ciphertext: string): ProtectedValue;
  /**
   * Commitment of words kept in the clear beside the chain: the audit proves they
   * are the ones written, and stays valid when they are lawfully erased.
   */
  commitText(tenantId: TenantId, field: FieldName, plain: string): string;
  /** Keyed hash per tenant for exact search; the current key first, then those rotated out. */
  searchHashes(tenantId: TenantId, field: FieldName, plain: string): readonly string[];
}

const SALT = 16;

export function createProtection(keys: Keys): Protection {
  const keyOf = (purpose: KeyPurpose, tenantId: TenantId, id: string): DerivedKey => {
    const key = keys.find(purpose, tenantId, id);
    if (key === undefined) throw new Error(`unknown key ${id}`);
    return key;
  };
  // The oldest key: commitments outlive every rotation, so theirs never changes.
  const commitmentKey = (tenantId: TenantId): DerivedKey =>
    keyOf('commitment', tenantId, keys.ids.at(-1) ?? '');
  const bound = (tenantId: TenantId, field: FieldName): string => `${tenantId} ${field}`;

  const unpack = (tenantId: TenantId, field: FieldName, ciphertext: string): Buffer =>
    decrypt(keyOf('field', tenantId, keyIdOf(ciphertext)), bound(tenantId, field), ciphertext);

  const pack = (tenantId: TenantId, field: FieldName, packed: Buffer): ProtectedValue => ({
    ciphertext: encrypt(keys.current('field', tenantId), bound(tenantId, field), packed),
    commitment: mac(commitmentKey(tenantId), field, packed),
  });

  return {
    protect: (tenantId, field, plain) =>
      pack(tenantId, field, Buffer.concat([randomBytes(SALT), Buffer.from(plain)])),
    open: (tenantId, field, ciphertext) =>
      unpack(tenantId, field, ciphertext).subarray(SALT).toString(),
    commitmentOf: (tenantId, field, ciphertext) =>
      mac(commitmentKey(tenantId), field, unpack(tenantId, field, ciphertext)),
    isOutdated: (ciphertext) => keyIdOf(ciphertext) !== keys.ids[0],
    rotate: (tenantId, field, ciphertext) =>
      pack(tenantId, field, unpack(tenantId, field, ciphertext)),
    commitText: (tenantId, field, plain) => mac(commitmentKey(tenantId), field, Buffer.from(plain)),
    searchHashes: (tenantId, field, plain) =>
      keys.ids.map((id) => mac(keyOf('search', tenantId, id), field, Buffer.from(plain))),
  };
}

function mac(key: DerivedKey, field: FieldName, bytes: Uint8Array): string {
  return createHmac('sha256', secretKey(key.bytes))
    .update(`${field}\n`)
    .update(bytes)
    .digest('hex');
}
