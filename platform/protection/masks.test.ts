import { describe, expect, it } from 'vitest';
import { maskIdentityNumber, maskName, maskPhone } from './masks.ts';

describe('masks', () => {
  it('leave the beginning and the end of a phone', () => {
    expect(maskPhone('13800138000')).toBe('138****8000');
    expect(maskPhone('138 0013 8000')).toBe('138****8000');
    expect(maskPhone('12345')).toBe('****45');
  });

  it('leave two characters of an identity number', () => {
    expect(maskIdentityNumber('11010519491231002X')).toBe('1****************X');
    expect(maskIdentityNumber('1')).toBe('***');
  });

  it('leave the first character of a name, whatever its form', () => {
    expect(maskName('欧阳娜')).toBe('欧**');
    expect(maskName('𠮷田')).toBe('𠮷**');
    expect(maskName('')).toBe('**');
  });
});
