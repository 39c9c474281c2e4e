/** Matters told up to a point by commands, so that a journey begins where it becomes interesting. */
import type { ActionInput } from '#features/matters/contract.ts';
import { act } from '#features/matters/server/act.ts';
import { type Report, report } from '#features/matters/server/report.ts';
import type { MatterId } from '#kernel/ids.ts';
import { type District, sure } from '#tests/worlds/district.ts';

export interface Told {
  readonly matterId: MatterId;
  readonly number: string;
  /** What the resident was given to follow it by. */
  readonly key: string;
}

/** Under a street lamp of the lane, in the street in the north. */
export const LANE = { longitude: 113.52, latitude: 34.82 } as const;

const LAMP: Report = {
  title: '',
  description: '巷口的路灯不亮，晚上看不清路。',
  lng: LANE.longitude,
  lat: LANE.latitude,
  placeText: '巷口第三根灯杆',
  photos: [],
  reporterName: '',
  reporterPhone: '',
  reporterShared: false,
  personal: false,
  source: 'portal',
};

export async function reported(world: District, said: Partial<Report> = {}): Promise<Told> {
  const { matterId, number, followKey } = await sure(
    report(world.services, world.public, world.commandId(), { ...LAMP, ...said }),
  );
  return { matterId, number, key: followKey };
}

async function does(world: District, title: string, told: Told, input: ActionInput): Promise<void> {
  const { matterId } = told;
  const version = (await columnOf(world, told, 'version')) as number;
  const commandId = world.commandId();
  await sure(act(world.services, world.as(title), { commandId, matterId, version, input }));
}

/** Milliseconds from now to just after the matter climbs for the first time. */
export async function untilItClimbs(world: District, told: Told): Promise<number> {
  const at = (await columnOf(world, told, 'escalate_at')) as string;
  return Date.parse(at) - world.clock.now() + 60_000;
}

async function columnOf(
  { services, tenantId }: District,
  { matterId }: Told,
  column: 'version' | 'escalate_at',
): Promise<unknown> {
  const [rows] = await services.database.read(tenantId, {
    sql: `select ${column} from matters where tenant_id = $1 and matter_id = $2`,
    parameters: [tenantId, matterId],
  });
  return rows?.rows[0]?.[column];
}

export async function filed(world: District, said: Partial<Report> = {}): Promise<Told> {
  const told = await reported(world, said);
  const categoryId = world.categories['B0101'];
  await does(world, 'intake', told, { action: 'file', categoryId, condition: '' } as ActionInput);
  return told;
}

export async function dispatchedTo(
  world: District,
  unit: 'lamps' | 'roads',
  said: Partial<Report> = {},
): Promise<Told> {
  const told = await filed(world, said);
  await dispatches(world, unit, told);
  return told;
}

export async function dispatches(
  world: District,
  unit: 'lamps' | 'roads',
  told: Told,
): Promise<void> {
  const { organisationId } = world.units[unit];
  await does(world, 'dispatcher', told, { action: 'dispatch', organisationId, note: '' });
}

export async function inHand(world: District, said: Partial<Report> = {}): Promise<Told> {
  const told = await dispatchedTo(world, 'lamps', said);
  await does(world, 'lamp fitter', told, { action: 'accept' });
  return told;
}

export async function closed(world: District, said: Partial<Report> = {}): Promise<Told> {
  const told = await inHand(world, said);
  await does(world, 'lamp fitter', told, { action: 'answer', text: '已换灯泡', photos: [] });
  await does(world, 'checker', told, { action: 'check', text: '灯已亮', photos: [] });
  await does(world, 'intake', told, { action: 'close', note: '' });
  return told;
}
