/**
 * The transition table of a matter: which action is lawful in which state, for
 * whom, and where it leads. It is the same for server, desk and portal; no
 * other place decides this.
 */
import type { Role } from '#kernel/role.ts';
import type { State } from './states.ts';

export const ACTIONS = [
  'file',
  'reject',
  'merge',
  'dispatch',
  'recall',
  'dispute',
  'settle_dispute',
  'accept',
  'transfer',
  'answer',
  'return',
  'check',
  'close',
  'call_back',
  'evaluate',
  'reopen',
  'withdraw',
  'request_extension',
  'decide_extension',
  'shelve',
  'resume',
  'supervise',
  'release',
  'instruct',
  'escalate',
  'exclude',
  'reclassify',
  'comment',
  'complain',
  'answer_complaint',
] as const;

export type Action = (typeof ACTIONS)[number];

/** Who acts: roles over the matter's area or unit, the reporter, or the clock. */
export type Party = Role | 'reporter' | 'clock';

export interface Transition {
  readonly from: readonly State[];
  /**
   * The state it leads to; `same` leaves it, `origin` returns to the state before a shelving,
   * `decision` depends on what was decided (see progress.ts).
   */
  readonly to: State | 'same' | 'origin' | 'decision';
  readonly by: readonly Party[];
  /** True where nobody who handled the matter, nor their unit, may do it. */
  readonly apartFromHandling: boolean;
  /** True where the reporter is told, with the reason. */
  readonly told: boolean;
  /** What the action must bring. */
  readonly needs: readonly Need[];
}

export type Need =
  | 'category'
  | 'organisation'
  | 'reason'
  | 'text'
  | 'evidence'
  | 'until'
  | 'review_date'
  | 'target'
  | 'result'
  | 'evaluation'
  | 'decision';

const WORKING = ['dispatched', 'disputed', 'handling', 'answered', 'checked'] as const;
const UNDER_WAY = ['reported', 'filed', ...WORKING] as const;
const ENDED_WELL = ['closed', 'called_back', 'evaluated'] as const;
/** Also what was withdrawn, joined or not accepted may have been handled badly. */
const ANY_STATE = [
  ...UNDER_WAY,
  ...ENDED_WELL,
  'shelved',
  'not_accepted',
  'merged',
  'withdrawn',
] as const;

export const TRANSITIONS = {
  /** 立案. */
  file: row(['reported'], 'filed', ['intake'], { told: true, needs: ['category'] }),
  /** 不予受理: with a reason, told to the reporter. */
  reject: row(['reported'], 'not_accepted', ['intake'], { told: true, needs: ['reason'] }),
  /** 并案. */
  merge: row(['reported', 'filed'], 'merged', ['intake'], { told: true, needs: ['target'] }),
  /** 派遣. */
  dispatch: row(['filed'], 'dispatched', ['dispatcher'], { told: true, needs: ['organisation'] }),
  /** 撤回派遣: while the unit has not taken it up. */
  recall: row(['dispatched'], 'filed', ['dispatcher'], { told: true, needs: ['reason'] }),
  /** 派单异议. */
  dispute: row(['dispatched'], 'disputed', ['handler'], { needs: ['reason'] }),
  /** 异议审核 (接诉即办条例 art. 12): upheld, it is dispatched anew; refused, it goes back to the unit. */
  settle_dispute: row(['disputed'], 'decision', ['dispatcher'], {
    apartFromHandling: true,
    needs: ['decision', 'reason'],
  }),
  accept: row(['dispatched'], 'handling', ['handler'], { told: true }),
  /** 转办. */
  transfer: row(['dispatched', 'handling'], 'dispatched', ['dispatcher'], {
    told: true,
    needs: ['organisation', 'reason'],
  }),
  /** 处置反馈. */
  answer: row(['handling'], 'answered', ['handler'], { told: true, needs: ['text'] }),
  /** 退回整改. */
  return: row(['answered', 'checked'], 'handling', ['checker', 'intake'], {
    apartFromHandling: true,
    needs: ['reason'],
  }),
  /** 核查: asks for evidence. */
  check: row(['answered'], 'checked', ['checker'], {
    apartFromHandling: true,
    told: true,
    needs: ['evidence'],
  }),
  /** 结案: by the intake body. */
  close: row(['checked'], 'closed', ['intake'], { apartFromHandling: true, told: true }),
  /** 回访: by the intake body (接诉即办条例 art. 23). */
  call_back: row(['closed', 'called_back'], 'called_back', ['intake'], {
    apartFromHandling: true,
    told: true,
    needs: ['result'],
  }),
  evaluate: row(['closed', 'called_back'], 'evaluated', ['reporter'], {
    told: true,
    needs: ['evaluation'],
  }),
  /** 重办: within the tenant's period; the intake body may do it for a reporter it called back. */
  reopen: row([...ENDED_WELL], 'filed', ['reporter', 'intake'], {
    apartFromHandling: true,
    told: true,
    needs: ['reason'],
  }),
  withdraw: row([...UNDER_WAY, 'shelved'], 'withdrawn', ['reporter'], { told: true }),
  request_extension: row(['dispatched', 'handling'], 'same', ['handler'], {
    needs: ['reason', 'until'],
  }),
  /** 延期 (接诉即办条例 art. 15): the reason is told to the reporter. */
  decide_extension: row(['dispatched', 'handling'], 'same', ['dispatcher', 'leader'], {
    apartFromHandling: true,
    told: true,
    needs: ['decision'],
  }),
  /** 挂账: approved, with a date of review, told to the reporter; never counts as solved. */
  shelve: row(['filed', 'dispatched', 'handling'], 'shelved', ['leader'], {
    told: true,
    needs: ['reason', 'review_date'],
  }),
  resume: row(['shelved'], 'origin', ['dispatcher', 'leader'], { told: true }),
  /** 督办. */
  supervise: row([...UNDER_WAY, 'shelved'], 'same', ['supervisor', 'leader'], {
    needs: ['text'],
  }),
  /** 解除督办. */
  release: row([...UNDER_WAY, 'shelved'], 'same', ['supervisor', 'leader'], {
    needs: ['reason'],
  }),
  /** 批示. */
  instruct: row([...UNDER_WAY, 'shelved'], 'same', ['leader'], { needs: ['text'] }),
  /** Climbs the tenant's ladder of posts, by time or by hand. */
  escalate: row([...UNDER_WAY], 'same', ['clock', 'supervisor']),
  /** 剔除: out of the second of two figures, never out of the raw one. */
  exclude: row([...ENDED_WELL], 'same', ['leader'], {
    apartFromHandling: true,
    needs: ['reason'],
  }),
  reclassify: row(['reported', 'filed'], 'same', ['intake', 'dispatcher'], {
    needs: ['category'],
  }),
  comment: row(
    [...UNDER_WAY, ...ENDED_WELL, 'shelved'],
    'same',
    ['intake', 'dispatcher', 'handler', 'checker', 'grid_worker', 'supervisor', 'leader'],
    { needs: ['text'] },
  ),
  /** A complaint about the handling; goes to supervision and leaders who did not handle it. */
  complain: row([...ANY_STATE], 'same', ['reporter'], { needs: ['text'] }),
  /** Its answer, told to the reporter: never by whoever handled, nor by their unit. */
  answer_complaint: row([...ANY_STATE], 'same', ['supervisor', 'leader'], {
    apartFromHandling: true,
    told: true,
    needs: ['text'],
  }),
} as const satisfies Record<Action, Transition>;

function row(
  from: readonly State[],
  to: Transition['to'],
  by: readonly Party[],
  rest: Partial<Pick<Transition, 'apartFromHandling' | 'told' | 'needs'>> = {},
): Transition {
  return { from, to, by, apartFromHandling: false, told: false, needs: [], ...rest };
}

/** The action a state waits for: whoever may take it finds the matter among the day's work. */
export const AWAITED = {
  reported: 'file',
  filed: 'dispatch',
  dispatched: 'accept',
  disputed: 'settle_dispute',
  handling: 'answer',
  answered: 'check',
  checked: 'close',
  closed: 'call_back',
  shelved: 'resume',
} as const satisfies Partial<Record<State, Action>>;
