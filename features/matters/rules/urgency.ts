/** How a matter stands against its limit at an instant; shape, word and colour follow from it. */
import { isOpen, type State } from './states.ts';

/** Hours before the limit from which a matter counts as soon late. */
const SOON_HOURS = 24;

/** States in which the work is done and somebody looks at it or asks the reporter. */
const WAITING: readonly State[] = ['answered', 'checked', 'closed'];

/** @param now instant, ISO in UTC */
export function urgency(
  matter: { readonly state: State; readonly dueAt: string | null },
  now: string,
): 'late' | 'soon' | 'in_hand' | 'waits' | 'shelved' | 'ended' {
  if (!isOpen(matter.state) && matter.state !== 'closed') return 'ended';
  if (matter.dueAt !== null && matter.dueAt < now) return 'late';
  if (matter.state === 'shelved') return 'shelved';
  if (matter.dueAt !== null && matter.dueAt < soonAt(now)) return 'soon';
  return WAITING.includes(matter.state) ? 'waits' : 'in_hand';
}

/** Instant until which a limit counts as soon. */
export function soonAt(now: string): string {
  return new Date(Date.parse(now) + SOON_HOURS * 3_600_000).toISOString();
}
