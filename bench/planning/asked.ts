/** What is asked of every generated city. */
export const ASKED = { size: { target: 400 }, tolerance: 0.05, seed: 1 } as const;
