/** Format and lint by Biome, every rule an error. */
import { relative, resolve } from 'node:path';
import type { Check, Finding } from './check.ts';
import { runTool } from './command.ts';

/** `::error title=lint/style/useConst,file=/a/b.ts,line=3,col=1,…::What is wrong` */
const ANNOTATION =
  /^::(?:error|warning) title=(?<rule>[^,]*),file=(?<file>[^,]*),line=(?<line>\d+)[^:]*::(?<says>.*)$/;

function findingIn(root: string, line: string): Finding | null {
  const parts = ANNOTATION.exec(line)?.groups;
  if (parts === undefined) return null;
  const { rule = '', file = '', says = '' } = parts;
  return { at: `${relative(root, resolve(root, file))}:${parts['line']}`, rule, says };
}

export const lint: Check = {
  name: 'format and lint',
  async run(root) {
    const args = ['ci', '--reporter=github', '--max-diagnostics=none', '--error-on-warnings', '.'];
    const { code, output } = await runTool('@biomejs/biome/bin/biome', args, root);
    const findings = output
      .split('\n')
      .map((line) => findingIn(root, line))
      .filter((finding) => finding !== null);
    if (code === 0 || findings.length > 0) return findings;
    return [{ at: 'biome.json', rule: 'biome', says: output.trim() }];
  },
};
