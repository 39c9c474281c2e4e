/** The seven steps of a matter: when each was reached, by whom, how long it took, by when it is due. */
import type { MatterDetail, Step } from '#features/matters/contract.ts';

export const LOOP = ['report', 'file', 'dispatch', 'handle', 'answer', 'check', 'close'] as const;
export type LoopStep = (typeof LOOP)[number];

const A_MINUTE = 60_000;

export interface StepFacts {
  readonly step: LoopStep;
  readonly stand: 'done' | 'now' | 'ahead';
  readonly at: string | null;
  /** Unit or person; empty where the reader may not know. */
  readonly by: string;
  /** Milliseconds since the step before; null where either is unknown or it took no time worth telling. */
  readonly took: number | null;
  /** Limit of the step that waits now. */
  readonly limit: string | null;
}

const REACHED: Readonly<Record<LoopStep, (matter: MatterDetail) => string | null>> = {
  report: (matter) => matter.reportedAt,
  file: (matter) => matter.filedAt,
  dispatch: (matter) => matter.dispatchedAt,
  handle: (matter) => matter.acceptedAt,
  answer: (matter) => matter.answeredAt,
  check: (matter) => matter.checkedAt,
  close: (matter) => matter.closedAt,
};

/** The action in whose entry of the history the step's author stands. */
const AUTHORED: Readonly<Record<LoopStep, readonly string[]>> = {
  report: ['report', 'enter', 'import'],
  file: ['file'],
  dispatch: ['dispatch', 'transfer'],
  handle: ['accept'],
  answer: ['answer'],
  check: ['check'],
  close: ['close'],
};

export function stepFacts(matter: MatterDetail): readonly StepFacts[] {
  const now = standsAt(matter.nextStep);
  return LOOP.map((step, index) => {
    const at = index < now ? REACHED[step](matter) : null;
    const before = previous(matter, index);
    return {
      step,
      stand: stand(index, now),
      at,
      by: index < now ? authorOf(matter, step) : '',
      took: tookFrom(before, at),
      limit: index === now ? matter.dueAt : null,
    };
  });
}

function tookFrom(before: string | null, at: string | null): number | null {
  if (before === null || at === null) return null;
  const took = Date.parse(at) - Date.parse(before);
  return took < A_MINUTE ? null : took;
}

function stand(index: number, now: number): StepFacts['stand'] {
  if (index < now) return 'done';
  return index === now ? 'now' : 'ahead';
}

/** Index of the step that waits; past the last one once the loop is through. */
function standsAt(next: Step | null): number {
  const index = LOOP.indexOf(next as LoopStep);
  return index < 0 ? LOOP.length : index;
}

function previous(matter: MatterDetail, index: number): string | null {
  for (const step of LOOP.slice(0, index).reverse()) {
    const at = REACHED[step](matter);
    if (at !== null) return at;
  }
  return null;
}

function authorOf(matter: MatterDetail, step: LoopStep): string {
  const entry = matter.timeline
    .toReversed()
    .find(({ kind }) => AUTHORED[step].includes(kind.replace(/^matter\./, '')));
  return entry?.organisation || entry?.by || '';
}
