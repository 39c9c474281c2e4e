/** A small scheme to begin with: one fact, one item, one worked example; its words are those of the desk's language. */
import { FORMAT } from '../../rules/scheme/document.ts';

/** @param word the words it is made of, by their keys below `web.skeleton` */
export function skeleton(word: (key: string) => string): string {
  const area = word('area');
  const unit = word('unit');
  const rate = word('rate');
  const item = word('item');
  return `${JSON.stringify(
    {
      format: FORMAT,
      id: 'new-scheme',
      version: '1',
      title: { zh: word('title'), en: 'A new scheme' },
      land: 'state_owned',
      facts: [{ name: area, en: 'floor area', type: 'number', unit, source: 'survey' }],
      items: [
        {
          ...{ name: item, en: 'house', kind: 'compensation' },
          formula: `${area} × 1000 ${rate}`,
          cite: word('cite'),
        },
      ],
      examples: [
        {
          name: word('example'),
          facts: { [area]: '80' },
          amounts: { [item]: '80000' },
          total: '80000',
        },
      ],
    },
    undefined,
    2,
  )}\n`;
}
