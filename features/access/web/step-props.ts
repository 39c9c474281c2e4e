/** What each step of signing in gets: where to go once it is done. */
import type { SignInStep } from '../contract.ts';

export interface StepProps {
  readonly go: (next: SignInStep['next']) => void;
}
