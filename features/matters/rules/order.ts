/**
 * What an order in writing says of a matter: 交办单, with which a unit is given
 * it, and 督办单, with which supervision asks after it. Both are read out of its
 * history; neither names who reported it. Pure.
 */

export const ORDERS = ['dispatch', 'supervision'] as const;
export type Order = (typeof ORDERS)[number];

interface Entry {
  readonly kind: string;
  readonly at: string;
  readonly organisation: string;
  readonly text: string;
}

/** The part of a matter that orders are made from. */
export interface Ordered {
  readonly handler: { readonly name: string } | null;
  readonly handleDueAt: string | null;
  readonly dueAt: string | null;
  readonly supervised: boolean;
  readonly timeline: readonly Entry[];
}

/** A sentence somebody wrote, with when and for which unit. */
export interface Said {
  readonly at: string;
  readonly by: string;
  readonly text: string;
}

export interface OrderFacts {
  readonly unit: string;
  /** The organisation that gave the matter to the unit, or supervises it. */
  readonly issuedBy: string;
  /** ISO instant. */
  readonly issuedAt: string;
  /** Until when it is to be handled; null where no limit runs. */
  readonly dueAt: string | null;
  /** What the order asks, the earliest first. */
  readonly demands: readonly Said[];
  /** 批示 by leaders. */
  readonly instructions: readonly Said[];
  /** Steps taken since, by name of the action. */
  readonly steps: readonly { readonly at: string; readonly kind: string; readonly by: string }[];
  /** What the unit answered last; empty before. */
  readonly answer: string;
}

const GIVEN = ['matter.dispatch', 'matter.transfer'];

/** The orders that there are for a matter as it stands. */
export function ordersOf(matter: Ordered): readonly Order[] {
  return ORDERS.filter((order) => orderFacts(order, matter) !== undefined);
}

/** Undefined where it is no unit's, or nobody supervises it. */
export function orderFacts(order: Order, matter: Ordered): OrderFacts | undefined {
  const { handler, timeline } = matter;
  const given = timeline.findLast(({ kind }) => GIVEN.includes(kind));
  const pressed = timeline.filter(({ kind }) => kind === 'matter.supervise');
  const issue = order === 'dispatch' ? given : pressed.at(-1);
  if (handler === null || issue === undefined) return undefined;
  if (order === 'supervision' && !matter.supervised) return undefined;
  return {
    unit: handler.name,
    issuedBy: issue.organisation,
    issuedAt: issue.at,
    dueAt: matter.handleDueAt ?? matter.dueAt,
    demands: (order === 'dispatch' ? [issue] : pressed).map(said).filter(({ text }) => text !== ''),
    instructions: timeline.filter(({ kind }) => kind === 'matter.instruct').map(said),
    steps: timeline
      .filter(({ kind }) => !NO_STEPS.includes(kind))
      .map(({ at, kind, organisation }) => ({ at, kind, by: organisation })),
    answer: timeline.findLast(({ kind }) => kind === 'matter.answer')?.text ?? '',
  };
}

/** Words beside the way, and what is between the reporter and supervision. */
const NO_STEPS: readonly string[] = [
  'matter.comment',
  'matter.supervise',
  'matter.instruct',
  'matter.complain',
  'matter.answer_complaint',
  'matter.share',
];

function said({ at, organisation, text }: Entry): Said {
  return { at, by: organisation, text };
}
