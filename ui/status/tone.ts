/** How something stands. Each tone has a shape, a colour and, where it is used, a word. */
export const TONES = ['late', 'soon', 'in_hand', 'waits', 'shelved', 'ended'] as const;
export type Tone = (typeof TONES)[number];
