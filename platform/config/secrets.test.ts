import { createPublicKey, sign, verify } from 'node:crypto';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ConfigError } from './config.ts';
import { readSecrets } from './secrets.ts';

describe('the secrets file', () => {
  let folder: string;
  let path: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lianxin-secrets-'));
    path = join(folder, 'inner', 'secrets.json');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made at the first start, for its owner only, and read from then on', () => {
    const made = readSecrets(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder, 'inner'))).toEqual(['secrets.json']);
    const read = readSecrets(path);
    expect({ ...read, sealKey: read.sealKey.export({ type: 'pkcs8', format: 'pem' }) }).toEqual({
      ...made,
      sealKey: made.sealKey.export({ type: 'pkcs8', format: 'pem' }),
    });
  });

  it('is another one in every installation', () => {
    const one = readSecrets(path);
    const other = readSecrets(join(folder, 'other.json'));
    expect(other.sessionSecret).not.toEqual(one.sessionSecret);
    expect(other.masterKeys[0]?.bytes).not.toEqual(one.masterKeys[0]?.bytes);
    expect(other.databasePasswords.app).not.toBe(one.databasePasswords.app);
  });

  it('holds keys of 32 bytes and a key that signs', () => {
    const { masterKeys, sessionSecret, sealKey } = readSecrets(path);
    expect(masterKeys.map(({ id, bytes }) => [id, bytes.length])).toEqual([['k1', 32]]);
    expect(sessionSecret).toHaveLength(32);
    const text = Buffer.from('seal');
    const signature = sign(null, text, sealKey);
    expect(verify(null, text, createPublicKey(sealKey), signature)).toBe(true);
  });

  it('is refused while others may read it', () => {
    readSecrets(path);
    chmodSync(path, 0o640);
    expect(() => readSecrets(path)).toThrow('others may read the secrets file');
  });

  it.each([
    ['no JSON', () => 'nothing', 'is not JSON'],
    ['a short key', (text: string) => text.replace(/"key": ".{8}/, '"key": "'), 'masterKeys.0.key'],
    [
      'an unknown field',
      (text: string) => text.replace('{', '{"extra": 1,'),
      'not of the expected form',
    ],
  ])('is refused with %s, and never written over', (_what, change, sentence) => {
    readSecrets(path);
    const changed = change(readFileSync(path, 'utf8'));
    writeFileSync(path, changed);
    expect(() => readSecrets(path)).toThrow(ConfigError);
    expect(() => readSecrets(path)).toThrow(sentence);
    expect(readFileSync(path, 'utf8')).toBe(changed);
  });
});
