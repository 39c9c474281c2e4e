/** A run as the screens of it read it. */
import type { Answer } from '#kernel/endpoint.ts';
import type { getRun } from '../../contract.ts';

export type RunAnswer = Answer<typeof getRun>;
