/** The compiler with its strictest settings. */
import type { Check } from './check.ts';
import { runTool } from './command.ts';

const ERROR = /^(?<file>[^\s(]+)\((?<line>\d+),\d+\): error (?<rule>TS\d+): (?<says>.*)$/;

export const types: Check = {
  name: 'types',
  async run(root) {
    const { code, output } = await runTool(
      'typescript/bin/tsc',
      ['-p', '.', '--noEmit', '--pretty', 'false'],
      root,
    );
    const findings = output.split('\n').flatMap((line) => {
      const parts = ERROR.exec(line)?.groups;
      if (parts === undefined) return [];
      return [
        {
          at: `${parts['file']}:${parts['line']}`,
          rule: parts['rule'] ?? '',
          says: parts['says'] ?? '',
        },
      ];
    });
    if (code === 0 || findings.length > 0) return findings;
    return [{ at: 'tsconfig.json', rule: 'tsc', says: output.trim() }];
  },
};
