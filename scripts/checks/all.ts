/** All checks in their order: the quick ones first. */
import type { Check } from './check.ts';
import { deadCode } from './dead-code.ts';
import { imports } from './imports.ts';
import { lint } from './lint.ts';
import { purity } from './purity.ts';
import { suppressions } from './suppressions.ts';
import { texts } from './texts.ts';
import { types } from './types.ts';

export const CHECKS: readonly Check[] = [
  suppressions,
  lint,
  types,
  imports,
  purity,
  deadCode,
  texts,
];
