import { describe, expect, it } from 'vitest';
import { columnsOf, USUAL_COLUMNS } from './list-shape.ts';

describe('the columns of a list', () => {
  it('are the usual ones where nobody chose', () => {
    expect(columnsOf([])).toEqual(USUAL_COLUMNS);
  });

  it('stand as they were chosen, each once', () => {
    expect(columnsOf(['due', 'title', 'number', 'due'])).toEqual(['due', 'title', 'number']);
  });

  it('never lack the title, by which a row is opened', () => {
    expect(columnsOf(['due', 'number'])).toEqual(['title', 'due', 'number']);
  });
});
