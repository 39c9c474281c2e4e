import { describe, expect, it } from 'vitest';
import { visitIn } from '#tests/journeys/portal/all-pages.ts';
import { FIGURES } from '#tests/journeys/portal/small-place.ts';
import { figuresPage, type PublicFigures } from './figures-page.ts';

const page = (figures: PublicFigures['figures']) =>
  figuresPage(visitIn('zh'), { ...FIGURES, figures });

describe('public figures', () => {
  it('show a rate with its counts and its definition', () => {
    const shown = page({ onTime: { numerator: 892, denominator: 955 } });
    expect(shown).toContain('93.4%');
    expect(shown).toContain('955 件里 892 件');
    expect(shown).toContain('除以有期限的全部结案件数');
  });

  it('say that a small number is withheld, and give no part of it', () => {
    const shown = page({ solved: { numerator: null, denominator: 57 } });
    expect(shown).toContain('数目太小，不公布');
    expect(shown).not.toContain('57');
  });

  it('say 100% only where nothing is missing, and 0% only where nothing is there', () => {
    expect(page({ onTime: { numerator: 9999, denominator: 10_000 } })).toContain('99.9%');
    expect(page({ onTime: { numerator: 1, denominator: 10_000 } })).toContain('0.1%');
    expect(page({ onTime: { numerator: 20, denominator: 20 } })).toContain('100.0%');
  });

  it('say so where there is nothing to publish yet', () => {
    expect(page({})).toContain('还没有可以公布的数');
  });
});
