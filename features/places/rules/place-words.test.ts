import { describe, expect, it } from 'vitest';
import { closeUp, withoutKind } from './place-words.ts';

describe('the name of where somebody lives', () => {
  it('is the same with and without spaces, full width ones too', () => {
    expect(['演示 3 号院', '演示3号院', '演示　3 号院'].map(closeUp)).toEqual([
      '演示3号院',
      '演示3号院',
      '演示3号院',
    ]);
  });

  it('is known without the word for its kind, where enough is left', () => {
    expect(
      ['碧沙岗小区', '煤仓街社区居委会', '棉纺路街道', '小区', '东村', '百花'].map(withoutKind),
    ).toEqual(['碧沙岗', '煤仓街', '棉纺路', undefined, undefined, undefined]);
  });
});
