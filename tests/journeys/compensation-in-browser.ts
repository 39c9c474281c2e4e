/** The rules of statements as a browser runs them, bundled for the test of the three runtimes. */
import { canonicalText } from '#features/relocation/rules/canonical.ts';
import { compile } from '#features/relocation/rules/scheme/compile.ts';
import type { RawFacts, Scheme } from '#features/relocation/rules/scheme/document.ts';
import { Calculator } from '#features/relocation/rules/statement.ts';

/** The digests of so many statements at a time, so that a difference is found where it is. */
const BLOCK = 1000;

export interface Work {
  readonly scheme: Scheme;
  readonly households: readonly RawFacts[];
}

export function statementsOf({ scheme, households }: Work): readonly string[] {
  const { plan } = compile(scheme);
  if (plan === undefined) throw new Error('the scheme has errors');
  const calculator = new Calculator(plan);
  return households.map((facts) => canonicalText(calculator.statement(facts).choices));
}

export async function digestsOf(texts: readonly string[]): Promise<readonly string[]> {
  const digests: string[] = [];
  for (let from = 0; from < texts.length; from += BLOCK) {
    const block = new TextEncoder().encode(texts.slice(from, from + BLOCK).join('\n'));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', block));
    digests.push([...digest].map((byte) => byte.toString(16).padStart(2, '0')).join(''));
  }
  return digests;
}

/** Milliseconds of one whole recalculation, the compiling of the scheme included. */
function timeOf({ scheme, households }: Work): readonly number[] {
  return households.map((facts) => {
    const began = performance.now();
    statementsOf({ scheme, households: [facts] });
    return performance.now() - began;
  });
}

declare global {
  var compensation: {
    readonly statementsOf: typeof statementsOf;
    readonly digestsOf: typeof digestsOf;
    readonly timeOf: typeof timeOf;
  };
}

globalThis.compensation = { statementsOf, digestsOf, timeOf };
