/** Shares out beside the page, so that the page always answers. */

import { distances, homesOfPosts, shareOut } from '../../rules/assignment/share-out.ts';
import { run } from '../../rules/assignment/steps.ts';
import type { Asked, Told } from './messages.ts';

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { ask, ground, wishes, pins } = data;
  const outcome = run(shareOut(ground, wishes, pins));
  const told: Told = outcome.ok
    ? { ask, shares: outcome.value, metres: distances(ground), homes: homesOfPosts(ground) }
    : { ask, refusal: outcome.refusal };
  self.postMessage(told);
});
