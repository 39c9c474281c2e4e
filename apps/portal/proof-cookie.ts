/** The pass for one followed matter, half an hour on the resident's own device; scripts cannot read it. */
import type { FollowTyped } from '#features/matters/portal/public.ts';

const NAME = 'follow';
const SECONDS = 1800;
const LONGEST = 60;

export function proofCookie(tenant: string, proof: FollowTyped): string {
  const { number, phone, key } = proof;
  const value = Buffer.from(JSON.stringify([number, phone, key])).toString('base64url');
  return `${NAME}=${value}; ${scope(tenant)}; Max-Age=${SECONDS}`;
}

export function noProofCookie(tenant: string): string {
  return `${NAME}=; ${scope(tenant)}; Max-Age=0`;
}

/** Undefined where there is none, or none of ours. */
export function proofOf(
  cookies: Readonly<Record<string, string | undefined>>,
): FollowTyped | undefined {
  const value = cookies[NAME];
  if (value === undefined || value === '') return undefined;
  try {
    const parts: unknown = JSON.parse(Buffer.from(value, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || !parts.every(isShort)) return undefined;
    const [number = '', phone = '', key = ''] = parts;
    return number === '' ? undefined : { number, phone, key };
  } catch {
    return undefined;
  }
}

function isShort(part: unknown): part is string {
  return typeof part === 'string' && part.length <= LONGEST;
}

function scope(tenant: string): string {
  return `Path=/t/${encodeURIComponent(tenant)}/follow; HttpOnly; SameSite=Lax`;
}
