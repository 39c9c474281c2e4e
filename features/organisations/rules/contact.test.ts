import { describe, expect, it } from 'vitest';
import { PHONE_OF_UNIT } from './contact.ts';

describe('the phone of a unit', () => {
  it.each([
    '110',
    '12345',
    '0371-67770000',
    '（0371）6777 0000 转 8',
    '+86 371 6777 0000',
    '67770000、67770001',
  ])('can be %s', (phone) => {
    expect(phone).toMatch(PHONE_OF_UNIT);
  });

  it.each(['', '无', '找门卫 2 号', '0371\n67770000'])('cannot be %j', (phone) => {
    expect(phone).not.toMatch(PHONE_OF_UNIT);
  });
});
