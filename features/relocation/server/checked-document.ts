/** What the server keeps of a text: its digests, what the document says of itself, and how many findings there are. */
import { canonicalText } from '../rules/canonical.ts';
import { checkText } from '../rules/check/check-text.ts';
import { sha256 } from './digest.ts';

export interface CheckedDocument {
  readonly textDigest: string;
  readonly digest: string | null;
  readonly code: string | null;
  readonly label: string | null;
  readonly title: string | null;
  readonly titleEn: string | null;
  readonly errors: number;
  readonly warnings: number;
}

/** Columns of a version that follow from its text alone; a text that is no scheme has findings and nothing else. */
export function checkedDocument(text: string): CheckedDocument {
  const { scheme, problems } = checkText(text);
  const count = (severity: string): number =>
    problems.filter((problem) => problem.severity === severity).length;
  return {
    textDigest: sha256(text),
    digest: scheme === undefined ? null : sha256(canonicalText(scheme)),
    code: scheme?.id ?? null,
    label: scheme?.version ?? null,
    title: scheme?.title.zh ?? null,
    titleEn: scheme?.title.en ?? null,
    errors: count('error'),
    warnings: count('warning'),
  };
}
