/** Files, exports and packages that nobody uses, by knip. */
import type { Check } from './check.ts';
import { runTool } from './command.ts';

interface Report {
  readonly issues: readonly (Readonly<Record<string, unknown>> & { readonly file: string })[];
}

interface Place {
  readonly name?: string;
  readonly line?: number;
}

export const deadCode: Check = {
  name: 'dead code',
  async run(root) {
    const args = ['--reporter', 'json', '--no-progress'];
    const { code, output } = await runTool('knip/bin/knip.js', args, root);
    const findings = reportIn(output).issues.flatMap(({ file, ...kinds }) =>
      Object.entries(kinds).flatMap(([kind, places]) =>
        placesIn(places).map((place) => ({
          at: place.line === undefined ? file : `${file}:${place.line}`,
          rule: `unused: ${kind}`,
          says: place.name ?? file,
        })),
      ),
    );
    if (code === 0 || findings.length > 0) return findings;
    return [{ at: 'knip.ts', rule: 'knip', says: output.trim() }];
  },
};

function reportIn(output: string): Report {
  const line = output.split('\n').find((candidate) => candidate.startsWith('{'));
  if (line === undefined) return { issues: [] };
  const report: Report = JSON.parse(line);
  return report;
}

/** Knip groups members of enums and namespaces one level deeper. */
function placesIn(value: unknown): readonly Place[] {
  if (Array.isArray(value)) return value.flat();
  return value !== null && typeof value === 'object' ? Object.values(value).flatMap(placesIn) : [];
}
