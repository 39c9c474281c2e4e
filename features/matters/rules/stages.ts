/** The stages of a matter that have a time limit of their own; apart from the calendar, for the browser. */
/** What a limit measures. */
export const STAGES = [
  'file',
  'dispatch',
  'respond',
  'handle',
  'check',
  'close',
  'call_back',
] as const;
export type Stage = (typeof STAGES)[number];
