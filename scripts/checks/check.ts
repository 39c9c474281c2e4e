/** A check looks at a tree and answers with what is wrong in it; nothing wrong is a pass. */
export interface Finding {
  /** Path from the root of the tree, with the line where there is one: `kernel/ids.ts:12`. */
  readonly at: string;
  /** Stable name of the rule that is broken. */
  readonly rule: string;
  readonly says: string;
}

export interface Check {
  readonly name: string;
  /** @param root absolute path of the tree to look at */
  readonly run: (root: string) => Promise<readonly Finding[]>;
}

export function describeFinding(finding: Finding): string {
  return `  ${finding.at}  [${finding.rule}] ${finding.says}`;
}
