/** How something stands. Each tone has a shape, a colour and, where it is used, a word. */
export { TONES, type Tone } from '#kernel/tone.ts';
