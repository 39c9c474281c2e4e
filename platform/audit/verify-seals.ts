/** The seals themselves: dense, chained, signed, and as late as the one outside. Pure. */
import type { Report } from './finding.ts';
import { isSigned, type Seal, type SealKeys, sealHash } from './seal.ts';

export function verifySeals(
  keys: SealKeys,
  seals: readonly Seal[],
  outside: Seal | undefined,
  report: Report,
): void {
  let expected = 1;
  let before: Seal | undefined;
  for (const seal of seals) {
    if (expected < seal.number) {
      report({ code: 'seal.missing', seal: expected, toSeal: seal.number - 1 });
    }
    if (!holds(keys, seal) || !continues(before, seal)) {
      report({ code: 'seal.changed', seal: seal.number, ...stretch(seal) });
    }
    before = seal;
    expected = seal.number + 1;
  }
  verifyOutside(keys, seals, outside, report);
}

function verifyOutside(
  keys: SealKeys,
  seals: readonly Seal[],
  outside: Seal | undefined,
  report: Report,
): void {
  const last = seals.at(-1)?.number ?? 0;
  if (outside === undefined) {
    if (last > 0) report({ code: 'seal.none_outside', seal: last });
    return;
  }
  if (!holds(keys, outside)) report({ code: 'seal.other_outside', seal: outside.number });
  if (last < outside.number) {
    report({ code: 'seal.truncated', seal: last + 1, toSeal: outside.number });
  }
  const inside = seals.find((seal) => seal.number === outside.number);
  if (inside !== undefined && inside.hash !== outside.hash) {
    report({ code: 'seal.other_outside', seal: outside.number, ...stretch(inside) });
  }
}

function holds(keys: SealKeys, seal: Seal): boolean {
  return sealHash(seal) === seal.hash && isSigned(keys, seal);
}

/** A gap was named already; only neighbours are compared. */
function continues(before: Seal | undefined, seal: Seal): boolean {
  if (before === undefined) return seal.number !== 1 || (seal.from === 0 && seal.previous === '');
  if (before.number !== seal.number - 1) return true;
  return (
    before.to === seal.from && (before.hash === seal.previous || sealHash(before) === seal.previous)
  );
}

function stretch(seal: Seal): { readonly position: number; readonly toPosition: number } {
  return { position: seal.from + 1, toPosition: seal.to };
}
