/** The ways in which a screen can be looked at. */
export const LANGUAGES = ['zh', 'en'] as const;
export const THEMES = ['light', 'dark'] as const;

export interface Look {
  readonly language: (typeof LANGUAGES)[number];
  readonly theme: (typeof THEMES)[number];
}
