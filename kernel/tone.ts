/** How something stands, on every surface: each tone has a shape, a colour and a word. */
export const TONES = ['late', 'soon', 'in_hand', 'waits', 'shelved', 'ended'] as const;
export type Tone = (typeof TONES)[number];
