/** What screens may use of the planning they stand on. */
export type { Finding } from '#features/planning/rules/partition/findings.ts';
export { isWithin } from '#features/planning/rules/partition/problem.ts';
export type { Step } from '#features/planning/rules/steps.ts';
