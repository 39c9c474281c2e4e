/**
 * The tour of the demonstration: one matter from the resident's report to the
 * evaluation, then what else there is. Texts stand under `ui:tour.stop`.
 */
export interface Stop {
  readonly key: string;
  /** At the desk, whose menu has it; on the portal, for anybody. */
  readonly on: 'desk' | 'portal';
  /** Below `/desk`, or below the portal's place. */
  readonly path: string;
}

export const STOPS: readonly Stop[] = [
  { key: 'report', on: 'portal', path: 'report' },
  { key: 'file', on: 'desk', path: '/' },
  { key: 'dispatch', on: 'desk', path: '/dispatch' },
  { key: 'handle', on: 'desk', path: '/' },
  { key: 'check', on: 'desk', path: '/' },
  { key: 'callBack', on: 'desk', path: '/' },
  { key: 'evaluate', on: 'portal', path: 'follow' },
  { key: 'supervise', on: 'desk', path: '/map' },
  { key: 'figures', on: 'desk', path: '/figures' },
  { key: 'wall', on: 'desk', path: '/walls' },
  { key: 'grids', on: 'desk', path: '/planning/table' },
  { key: 'scheme', on: 'desk', path: '/schemes' },
  { key: 'calculate', on: 'portal', path: 'compensation' },
  { key: 'administrate', on: 'desk', path: '/areas' },
  { key: 'audit', on: 'desk', path: '/sign-in-log' },
];
