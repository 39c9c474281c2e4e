import { describe, expect, it } from 'vitest';
import { eventFrame, resumePosition } from './sse-frame.ts';

describe('a frame of the stream', () => {
  it('is one event, whatever its words hold', () => {
    const frame = eventFrame(7, 'matter.filed', { words: 'a\n\nid: 9\r\ndata: x' });
    expect(frame.split('\n\n')).toHaveLength(2);
    expect(frame.startsWith('id: 7\nevent: matter.filed\ndata: {')).toBe(true);
  });
});

describe('the position to resume after', () => {
  it.each([
    ['0', 0],
    ['42', 42],
    [undefined, undefined],
    ['', undefined],
    ['-1', undefined],
    ['1e9', undefined],
    ['9'.repeat(16), undefined],
    [['1', '2'], undefined],
  ])('of %j is %s', (header, position) => {
    expect(resumePosition(header)).toBe(position);
  });
});
