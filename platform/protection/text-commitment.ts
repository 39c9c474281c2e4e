/**
 * Commitment of words that are kept in the clear beside the chain: the audit
 * proves that they are the ones that were written, and stays valid when they
 * are lawfully erased.
 */
import { createHmac } from 'node:crypto';
import type { TenantId } from '#kernel/ids.ts';
import type { Keys } from './keys.ts';

/** @returns hex; the same text of the same tenant always has the same one, without the key it tells nothing */
export function textCommitment(keys: Keys, tenantId: TenantId, text: string): string {
  // The oldest key, as for encrypted fields: commitments outlive every rotation.
  const key = keys.find('commitment', tenantId, keys.ids.at(-1) ?? '');
  if (key === undefined) throw new Error('no commitment key');
  return createHmac('sha256', key.bytes).update(`text\n${text}`).digest('hex');
}
