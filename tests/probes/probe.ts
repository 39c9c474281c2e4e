/**
 * A probe says how to aim at something behind one endpoint. The frame
 * (`probe-suite.ts`) then tries it as everybody who must not reach it.
 */
import type { Role } from '#kernel/role.ts';
import type { Answered } from '#tests/worlds/caller.ts';
import type { ProbeWorld } from './probe-world.ts';

/** A request at what stands in the north of the probed tenant. */
export interface Aim {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface Probe {
  /** Id of the endpoint. */
  readonly endpoint: string;
  aim(world: ProbeWorld): Aim | Promise<Aim>;
  /**
   * How far the endpoint reaches by design. `area`: the holder's areas (or
   * units). `tenant`: everybody signed in, such as a directory of posts.
   * `own`: the caller alone. `public`: everybody, through what the caller knows.
   */
  readonly reach: 'area' | 'tenant' | 'own' | 'public';
  /** The role in whose name it is tried from another area or tenant; the first of the audience unless said. */
  readonly role?: Role;
  /** What the one whom it is meant for gets; proves that the aim hits. 200 unless said otherwise. */
  readonly meant?: (answer: Answered) => boolean;
  /** True where it cannot be tried as the one whom it is meant for, with the reason. */
  readonly notTriedAsMeant?: string;
}
