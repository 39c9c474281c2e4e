/** Keys by purpose and tenant, derived (HKDF-SHA256) from the installation's master keys. */
import { hkdfSync } from 'node:crypto';
import type { TenantId } from '#kernel/ids.ts';

export interface MasterKey {
  /** Short and stable: `k1`. Stands beside everything made with the key. */
  readonly id: string;
  /** At least 32 random bytes. */
  readonly bytes: Uint8Array;
}

export interface DerivedKey {
  readonly id: string;
  readonly bytes: Uint8Array;
}

/** What a derived key is for; keys of different purposes share no bits. */
export type KeyPurpose =
  | 'audit'
  | 'field'
  | 'search'
  | 'commitment'
  | 'accounts'
  /** Seed of the Ed25519 key by which an authority signs statements. */
  | 'statements';

export interface Keys {
  /** The key new values are made with. */
  current(purpose: KeyPurpose, tenantId: TenantId): DerivedKey;
  /** The key of that id, also one rotated out; undefined where it is unknown. */
  find(purpose: KeyPurpose, tenantId: TenantId, id: string): DerivedKey | undefined;
  /** Every id, the current one first. */
  readonly ids: readonly string[];
}

/**
 * @param masters the current key first, then those rotated out
 * @throws Error for no key, a short key, an id twice
 */
export function deriveKeys(masters: readonly MasterKey[]): Keys {
  const [first] = masters;
  if (first === undefined) throw new Error('no master key');
  const byId = new Map(masters.map((master) => [master.id, master]));
  if (byId.size !== masters.length) throw new Error('a key id stands twice');
  for (const { id, bytes } of masters) {
    if (bytes.length < 32) throw new Error(`master key ${id} is shorter than 32 bytes`);
    if (!/^[a-z0-9-]{1,32}$/.test(id)) throw new Error(`not a key id: ${id}`);
  }
  const derived = new Map<string, DerivedKey>();
  const derive = (master: MasterKey, purpose: KeyPurpose, tenantId: TenantId): DerivedKey => {
    const name = `${purpose} ${tenantId} ${master.id}`;
    let key = derived.get(name);
    if (key === undefined) {
      const bytes = hkdfSync('sha256', master.bytes, tenantId, `lianxin ${purpose}`, 32);
      key = { id: master.id, bytes: new Uint8Array(bytes) };
      derived.set(name, key);
    }
    return key;
  };
  return {
    ids: masters.map((master) => master.id),
    current: (purpose, tenantId) => derive(first, purpose, tenantId),
    find: (purpose, tenantId, id) => {
      const master = byId.get(id);
      return master && derive(master, purpose, tenantId);
    },
  };
}
