/** List and map for restricted roles against one who sees the whole place. */
import { get, middle, type Rounds, type Speed } from './pairs.ts';
import type { Served } from './serve.ts';

export interface RoleSpeed {
  readonly workload: string;
  readonly title: string;
  readonly speed: Speed;
  /** Median answer time against that of who sees everything; the floor is 1.2. */
  readonly toWhole: number;
}

const WHOLE = 'supervisor';
const TITLES = [WHOLE, 'north intake', 'lamp fitter'] as const;
const WORKLOADS = ['list', 'box', 'tile'];

export async function rolesOf(served: Served, rounds: Rounds): Promise<readonly RoleSpeed[]> {
  const found: RoleSpeed[] = [];
  for (const [workload, path] of served.workloads) {
    if (!WORKLOADS.includes(workload)) continue;
    const taken = new Map<string, Speed[]>(TITLES.map((title) => [title, []]));
    for (let round = 0; round < rounds.rounds; round += 1) {
      for (const title of TITLES) {
        taken.get(title)?.push(await get(`${served.ours}${path}`, rounds, served.cookies[title]));
      }
    }
    const whole = middle(taken.get(WHOLE) ?? []);
    for (const [title, speeds] of taken) {
      const speed = middle(speeds);
      const toWhole = whole.perSecond / speed.perSecond;
      found.push({ workload, title, speed, toWhole });
    }
  }
  return found;
}
