import { describe, expect, it } from 'vitest';
import { isCommonPassword, listedPasswords } from './common-password.ts';
import { acceptPassword } from './password.ts';

const refusalOf = (password: string, name = 'u7k2m9xq3') => {
  const outcome = acceptPassword(password, name);
  return outcome.ok ? undefined : outcome.refusal.code;
};

describe('a new password', () => {
  it.each([
    'password123',
    'P@ssw0rd2024',
    'woaini1314',
    'woaini5201314',
    '5201314woaini',
    'zhangwei1988',
    'Zhangwei19880818',
    'wangfang0818!',
    '1qaz2wsx3edc',
    'qwertyuiop',
    'admin@123456',
    'Admin123!@#',
    '!!shequ_2026!!',
    'passwordpassword',
    '13800138000',
    '1234567890',
    'abababababab',
    'aaaaaaaaaaaa',
    'lianxin_helloworld'.replace('lianxin_', ''),
  ])('is refused as common: %s', (password) => {
    expect(isCommonPassword(password)).toBe(true);
  });

  it.each([
    '翻山越岭去看海1997',
    'grey heron by the weir',
    'T7#kvmZ2q!xd',
    'sanlinqiao-lamp-91-oak',
  ])('is accepted where nobody tries it first: %s', (password) => {
    expect(refusalOf(password)).toBeUndefined();
  });

  it('has at least ten characters, counted as a reader counts them', () => {
    expect(refusalOf('k9#Vx2!qa')).toBe('access.password_short');
    expect(refusalOf('𠮷𠮷山水木火土金人')).toBe('access.password_short');
    expect(refusalOf('k9#Vx2!qaZ')).toBeUndefined();
  });

  it('has no more characters than the server hashes without effort', () => {
    expect(refusalOf('k9#Vx2!qaZ'.repeat(13))).toBe('input.too_long');
  });

  it('is not the sign-in name with a little around it', () => {
    expect(refusalOf('u7k2m9xq3!a')).toBe('access.password_common');
    expect(refusalOf('U7K2M9XQ3-and-much-more')).toBeUndefined();
  });

  it('is compared with several thousand', () => {
    expect(listedPasswords()).toBeGreaterThan(5_000);
  });
});
