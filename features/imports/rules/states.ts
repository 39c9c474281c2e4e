/** Where a run of an import stands, and what may be done with it then. Pure. */

export const RUN_STATES = [
  /** The file is here; its columns are matched next. */
  'new',
  /** Read from end to end without keeping anything. */
  'checking',
  /** What would come in and what not is known. */
  'checked',
  'importing',
  'done',
  'undoing',
  'undone',
  /** Given up before anything came in. */
  'dropped',
  /** The file as a whole cannot be read. */
  'refused',
] as const;
export type RunState = (typeof RUN_STATES)[number];

export const RUN_STEPS = ['match', 'take', 'drop', 'undo'] as const;
export type RunStep = (typeof RUN_STEPS)[number];

/** From which states a step goes, and to which. */
export const STEPS = {
  match: { from: ['new', 'checked', 'refused'], to: 'checking' },
  take: { from: ['checked'], to: 'importing' },
  drop: { from: ['new', 'checked', 'refused'], to: 'dropped' },
  undo: { from: ['done'], to: 'undoing' },
} as const satisfies Record<RunStep, { from: readonly RunState[]; to: RunState }>;

export function mayStep(step: RunStep, state: RunState): boolean {
  return (STEPS[step].from as readonly RunState[]).includes(state);
}

/** States in which the server is at work on it. */
export const WORKING_STATES = [
  'checking',
  'importing',
  'undoing',
] as const satisfies readonly RunState[];

export function isWorking(state: RunState): boolean {
  return (WORKING_STATES as readonly RunState[]).includes(state);
}
