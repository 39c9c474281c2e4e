/** Running a stepwise rule to its end, for who stands outside the rules. */
export { run } from '#features/planning/rules/steps.ts';
