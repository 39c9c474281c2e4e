/**
 * The states of a matter and the seven steps of the standard they belong to
 * (GB/T 30428.8, CJJ/T 106): 收集 立案 派遣 处置 反馈 核查 结案, then call-back and
 * evaluation. A state is where a matter waits; a step is what has been reached.
 */
export const STATES = [
  /** Collected; waits for the intake body to file it. */
  'reported',
  /** Filed; waits for dispatch. */
  'filed',
  /** Dispatched; waits for the unit to take it up. */
  'dispatched',
  /** The unit says the matter is not its own; waits for the dispatcher. */
  'disputed',
  /** In hand. */
  'handling',
  /** The unit reports it done; waits for a check by somebody else. */
  'answered',
  /** Checked on the spot; waits for the intake body to close it. */
  'checked',
  /** Closed by the intake body; waits for the call-back. */
  'closed',
  /** Called back; waits for nothing, may be evaluated. */
  'called_back',
  /** Evaluated by the reporter. */
  'evaluated',
  /** Objectively unsolvable for now, approved, with a date of review (挂账). */
  'shelved',
  /** Not accepted, with a reason told to the reporter. */
  'not_accepted',
  /** Joined to another matter that is about the same thing. */
  'merged',
  /** Taken back by the reporter. */
  'withdrawn',
  /** Entered by mistake and taken back by the office (an import that was undone): counts nowhere. */
  'void',
] as const;

export type State = (typeof STATES)[number];

export const STEPS = [
  'report',
  'file',
  'dispatch',
  'handle',
  'answer',
  'check',
  'close',
  'call_back',
  'evaluate',
] as const;

export type Step = (typeof STEPS)[number];

/** States in which somebody in the authority still owes something; shelved is one of them, it never counts as solved. */
export const OPEN_STATES = [
  'reported',
  'filed',
  'dispatched',
  'disputed',
  'handling',
  'answered',
  'checked',
  'shelved',
] as const satisfies readonly State[];

/** States whose waiting is measured against a time limit. Shelving stops the clock. */
const TIMED_STATES = [
  'reported',
  'filed',
  'dispatched',
  'disputed',
  'handling',
  'answered',
  'checked',
  'closed',
] as const satisfies readonly State[];

/** The step that is done next in a state; undefined where the loop has ended. */
export const NEXT_STEP = {
  reported: 'file',
  filed: 'dispatch',
  dispatched: 'handle',
  disputed: 'dispatch',
  handling: 'answer',
  answered: 'check',
  checked: 'close',
  closed: 'call_back',
  called_back: 'evaluate',
  evaluated: undefined,
  shelved: 'handle',
  not_accepted: undefined,
  merged: undefined,
  withdrawn: undefined,
  void: undefined,
} as const satisfies Record<State, Step | undefined>;

export function isOpen(state: State): boolean {
  return (OPEN_STATES as readonly State[]).includes(state);
}

export function isTimed(state: State): boolean {
  return (TIMED_STATES as readonly State[]).includes(state);
}
