/** No check is silenced in place, and nothing is put off by a comment. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Check } from './check.ts';
import { sourceFiles } from './source-files.ts';

const EXTENSIONS = ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.css', '.sql', '.html', '.json'];

/** In pieces, so that this file does not break its own rule. */
const SILENCERS = new RegExp(
  [
    'biome' + '-ignore',
    '@ts' + '-(?:ignore|expect-error|nocheck)',
    '(?:eslint|oxlint|prettier|stylelint|dependency-cruiser)' + '-(?:disable|ignore)',
    '(?:v8|c8|istanbul|knip)' + '[ -]ignore',
    '(?:\\/\\/|\\/\\*|\\*|--)\\s*(?:TO' + 'DO|FIX' + 'ME|HA' + 'CK|X' + 'XX)\\b',
  ].join('|'),
);

export const suppressions: Check = {
  name: 'suppressions',
  async run(root) {
    const files = await sourceFiles(root, EXTENSIONS);
    const found = await Promise.all(
      files
        .filter((file) => file !== 'package-lock.json')
        .map(async (file) => {
          const lines = (await readFile(join(root, file), 'utf8')).split('\n');
          return lines.flatMap((line, index) => {
            const silencer = SILENCERS.exec(line)?.[0];
            return silencer === undefined
              ? []
              : [{ at: `${file}:${index + 1}`, rule: 'no suppression', says: silencer.trim() }];
          });
        }),
    );
    return found.flat();
  },
};
