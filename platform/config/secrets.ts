/**
 * The secrets of the installation: one file, mode 0600, made at the first start.
 * Whoever loses it loses what is encrypted with it; whoever has it and the
 * database reads everything. A backup never holds it unwrapped.
 */
import { createPrivateKey, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import { ConfigError } from './config.ts';

/** 32 random bytes, base64. */
const Key = z.base64().refine((text) => Buffer.from(text, 'base64').length === 32);
const Password = z.string().regex(/^[A-Za-z0-9]{24,}$/);

const SecretsFile = z.strictObject({
  version: z.literal(1),
  /** The current one first, then those rotated out; audit, field and search keys derive from them. */
  masterKeys: z
    .array(z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,32}$/), key: Key }))
    .min(1),
  /** Signs the seals of the audit: an Ed25519 private key, PKCS #8, PEM. */
  sealKey: z.string().startsWith('-----BEGIN PRIVATE KEY-----'),
  /** Signs sessions' cookies. */
  sessionSecret: Key,
  /** Of the two roles on a PostgreSQL server. */
  databasePasswords: z.strictObject({ app: Password, accounts: Password }),
});

export interface Secrets {
  readonly masterKeys: readonly { readonly id: string; readonly bytes: Uint8Array }[];
  readonly sealKey: KeyObject;
  readonly sessionSecret: Uint8Array;
  readonly databasePasswords: { readonly app: string; readonly accounts: string };
}

/**
 * Reads the file, or makes it where there is none.
 * @throws ConfigError where it is of another form, or others may read it
 */
export function readSecrets(path: string): Secrets {
  const text = readOrMake(path);
  const parsed = SecretsFile.safeParse(parseJson(text, path));
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => issue.path.join('.')).join(', ');
    throw new ConfigError(`the secrets file ${path} is not of the expected form at: ${where}`);
  }
  const { masterKeys, sealKey, sessionSecret, databasePasswords } = parsed.data;
  return {
    masterKeys: masterKeys.map(({ id, key }) => ({ id, bytes: bytesOf(key) })),
    sealKey: createPrivateKey(sealKey),
    sessionSecret: bytesOf(sessionSecret),
    databasePasswords,
  };
}

function readOrMake(path: string): string {
  try {
    const { mode } = statSync(path);
    // Windows has no such bits; there the folder's own rights hold.
    if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
      throw new ConfigError(`others may read the secrets file ${path}: run chmod 600 on it`);
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
    return make(path);
  }
}

/** Appears whole or not at all, and never over one that is there. */
function make(path: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const unfinished = `${path}.${process.pid}`;
  const text = `${JSON.stringify(fresh(), null, 2)}\n`;
  writeFileSync(unfinished, text, { mode: 0o600, flush: true });
  try {
    linkSync(unfinished, path);
    return text;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return readFileSync(path, 'utf8');
    throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function fresh(): z.input<typeof SecretsFile> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = (): string => randomBytes(32).toString('base64');
  const password = (): string => randomBytes(24).toString('hex');
  return {
    version: 1,
    masterKeys: [{ id: 'k1', key: key() }],
    sealKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    sessionSecret: key(),
    databasePasswords: { app: password(), accounts: password() },
  };
}

function bytesOf(base64: string): Uint8Array {
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ConfigError(`the secrets file ${path} is not JSON`, { cause: error });
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
