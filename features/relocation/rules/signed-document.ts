/**
 * What a readable file holds and what its signature stands over: the scheme,
 * the household's facts and the result, so that none of them can be changed
 * without the others.
 */
import { canonicalText } from './canonical.ts';
import { compile } from './scheme/compile.ts';
import type { RawFacts, Scheme } from './scheme/document.ts';
import { Calculator, type ChoiceStatement } from './statement.ts';

export interface SignedDocument {
  readonly household: string;
  readonly scheme: Scheme;
  readonly asOf: string | null;
  readonly facts: RawFacts;
  readonly result: readonly ChoiceStatement[];
}

export interface Sealed {
  readonly document: SignedDocument;
  /** Null where nobody signed. */
  readonly signature: { readonly publicKey: string; readonly value: string } | null;
}

export function textToSign(document: SignedDocument): string {
  return canonicalText(document);
}

/** Works the result out anew, by nothing but the scheme and the facts in the document. */
export function recalculates({ scheme, facts, asOf, result }: SignedDocument): boolean {
  const { plan } = compile(scheme);
  if (plan === undefined) return false;
  const choices = result.flatMap(({ choice }) => (choice === undefined ? [] : [choice]));
  const anew = new Calculator(plan).statement(facts, {
    ...(choices.length > 0 && { choices }),
    ...(asOf !== null && { asOf }),
  });
  return anew.problems.length === 0 && canonicalText(anew.choices) === canonicalText(result);
}
