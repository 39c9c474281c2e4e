/** What is asked of every generated city, and which cities there are. */
import { city, moderateCity } from '#tests/worlds/planning-city.ts';

export const ASKED = { size: { target: 400 }, tolerance: 0.05, seed: 1 } as const;

/** Hard: density differs a hundredfold; moderate: about fivefold. */
export const CITIES = { hard: city, moderate: moderateCity } as const;
export type Kind = keyof typeof CITIES;
