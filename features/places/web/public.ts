/** What places offer the desk: the ground every map stands on. */
export { drawAreas } from './area-layer.ts';
