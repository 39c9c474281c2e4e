/** A seal over a stretch of a tenant's log: counted, chained to the seal before, signed. Pure. */
import { createHash, type KeyObject, sign, verify } from 'node:crypto';
import type { TenantId } from '#kernel/ids.ts';
import { canonicalJson } from './canonical.ts';

export interface SealContent {
  readonly tenantId: TenantId;
  /** 1, 2, 3 … */
  readonly number: number;
  /** The stretch: after `from`, up to and with `to`. */
  readonly from: number;
  readonly to: number;
  /** Events and chains since the beginning, up to `to`. */
  readonly events: number;
  readonly chains: number;
  /** Digest of the heads of all chains that grew in the stretch. */
  readonly heads: string;
  /** Link of the log at `to`: commits to every position before. */
  readonly link: string;
  /** Hash of the seal before, empty for the first. */
  readonly previous: string;
  readonly sealedAt: string;
  readonly keyId: string;
}

export interface Seal extends SealContent {
  readonly hash: string;
  /** Ed25519 over the hash, base64url. */
  readonly signature: string;
}

export interface SealKeys {
  readonly current: { readonly id: string; readonly privateKey: KeyObject };
  /** Public keys by id, also of keys rotated out. */
  publicKey(id: string): KeyObject | undefined;
}

export function makeSeal(keys: SealKeys, content: Omit<SealContent, 'keyId'>): Seal {
  const whole: SealContent = { ...content, keyId: keys.current.id };
  const hash = sealHash(whole);
  const signature = sign(null, Buffer.from(hash), keys.current.privateKey).toString('base64url');
  return { ...whole, hash, signature };
}

export function sealHash(content: SealContent): string {
  const { tenantId, number, from, to, events, chains, heads, link, previous, sealedAt, keyId } =
    content;
  const parts = [
    tenantId,
    number,
    from,
    to,
    events,
    chains,
    heads,
    link,
    previous,
    sealedAt,
    keyId,
  ];
  return createHash('sha256').update(canonicalJson(parts)).digest('hex');
}

export function isSigned(keys: SealKeys, seal: Seal): boolean {
  const key = keys.publicKey(seal.keyId);
  if (key === undefined) return false;
  const signature = Buffer.from(seal.signature, 'base64url');
  // base64url tolerates stray bits in its last character; only the exact text counts.
  if (signature.toString('base64url') !== seal.signature) return false;
  return verify(null, Buffer.from(seal.hash), key, signature);
}

/** The heads of a stretch, gathered event by event in the order of the log. */
export interface HeadGatherer {
  add(aggregateId: string, version: number, hash: string): void;
  digest(): string;
}

export function gatherHeads(): HeadGatherer {
  const heads = new Map<string, string>();
  return {
    add: (aggregateId, version, hash) => {
      heads.set(aggregateId, `${version} ${hash}`);
    },
    digest: () => {
      const digest = createHash('sha256');
      for (const id of [...heads.keys()].sort()) digest.update(`${id} ${heads.get(id)}\n`);
      return digest.digest('hex');
    },
  };
}
