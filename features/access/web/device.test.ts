import { describe, expect, it } from 'vitest';
import { deviceOf } from './device.ts';

describe('the device of a session', () => {
  it('is named as people call it', () => {
    expect(
      deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/140.0 Safari/537.36 Edg/140.0'),
    ).toBe('Edge · Windows');
  });
  it('is what it says of itself where it is unknown', () => {
    expect(deviceOf('curl/8.5')).toBe('curl/8.5');
  });
});
