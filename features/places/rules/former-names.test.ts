import { describe, expect, it } from 'vitest';
import { formerNames, type NamedVersion } from './former-names.ts';

const version = (
  from: string,
  to: string | null,
  name: string,
  nameEn: string | null = '',
): NamedVersion => ({ from, to, name, nameEn });

describe('the former names of an area', () => {
  it('are those before its present one, the latest first', () => {
    const versions = [
      version('2001-01-01', '2010-05-01', '东关大队'),
      version('2010-05-01', '2020-01-01', '东关村'),
      version('2020-01-01', null, '东关社区'),
    ];
    expect(formerNames(versions)).toEqual([
      { name: '东关村', nameEn: '', from: '2010-05-01', to: '2020-01-01' },
      { name: '东关大队', nameEn: '', from: '2001-01-01', to: '2010-05-01' },
    ]);
  });

  it('go on over a change of the border alone', () => {
    const versions = [
      version('2001-01-01', '2010-05-01', '东关村', null),
      version('2010-05-01', '2020-01-01', '东关村', 'Dongguan'),
      version('2020-01-01', '2021-01-01', '东关社区'),
      version('2021-01-01', null, '东关社区'),
    ];
    expect(formerNames(versions)).toEqual([
      { name: '东关村', nameEn: 'Dongguan', from: '2001-01-01', to: '2020-01-01' },
    ]);
  });

  it('are two where the English name alone changed, and none of what was never renamed', () => {
    const versions = [
      version('2001-01-01', '2010-05-01', '东关村', 'East Gate'),
      version('2010-05-01', '2020-01-01', '东关村', 'Dongguan'),
    ];
    expect(formerNames(versions).map(({ nameEn }) => nameEn)).toEqual(['East Gate']);
    expect(formerNames(versions.slice(1))).toEqual([]);
    expect(formerNames([])).toEqual([]);
  });
});
