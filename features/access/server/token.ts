/** Random tokens (sessions, links) and their hashes: only the hash is kept. */
import { hash, randomBytes } from 'node:crypto';

/** 256 random bits, safe in an address. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256; a token has 190 random bits and more, so it needs no salt. */
export function tokenHash(token: string): string {
  return hash('sha256', token, 'hex');
}
