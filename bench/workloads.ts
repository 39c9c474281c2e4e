/** What is measured: the request to us, and the statements behind it for the reference. */

import { report } from '#features/matters/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { MatterId } from '#kernel/ids.ts';
import type { Statement } from '#platform/database/database.ts';
import type { Services } from '#platform/services.ts';
import type { District } from '#tests/worlds/district.ts';
import type { hotReads } from '#tests/worlds/hot-reads.ts';
import { RARE_WORD } from '#tests/worlds/many-matters.ts';
import { overhear } from '#tests/worlds/overheard.ts';

/** Name, the read of `hot-reads.ts` with the same statements, and its address. */
export function reads(
  world: Pick<District, 'categories'>,
  matterId: MatterId,
  [from, to]: readonly [string, string],
): readonly (readonly [string, string, string])[] {
  return [
    ['read one', 'a matter', `/api/matters/${matterId}`],
    ['list', 'the list', '/api/matters?limit=50'],
    [
      'list, one category',
      'the list of a category',
      `/api/matters?limit=50&sort=reported&categoryId=${world.categories['B0101']}`,
    ],
    ['box', 'a box', '/api/matters/box?bbox=113.52,34.80,113.54,34.82'],
    ['tile', 'a tile of points', '/api/matters/tiles/15/26717/13000'],
    ['figures', 'figures of a year', `/api/matters/figures?from=${from}&to=${to}&by=total`],
    [
      'search',
      'the list of a rare word',
      `/api/matters?limit=50&q=${encodeURIComponent(RARE_WORD)}`,
    ],
  ];
}

export async function statementsOf(
  services: Services,
  context: Context,
  read: ReturnType<typeof hotReads>[string] | undefined,
): Promise<readonly Statement[]> {
  const ear = overhear(services.database);
  const answer = await read?.({ ...services, database: ear.database }, context);
  if (answer?.ok !== true) throw new Error(`not read: ${JSON.stringify(answer)}`);
  return ear.taken();
}

/** A name as a step of an address. */
export function slug(name: string): string {
  return name.replaceAll(/[^a-z]+/g, '-');
}

/** The insert of one matter as a report makes it; a fresh one at each call. */
export async function insertOf(world: District): Promise<() => Statement> {
  const ear = overhear(world.services.database);
  const services = { ...world.services, database: ear.database };
  const answer = await report(services, world.public, world.commandId(), {
    ...REPORT,
    source: 'portal',
  });
  if (!answer.ok) throw new Error(`not reported: ${answer.refusal.code}`);
  const insert = ear.written().find(({ sql }) => /^insert into "?matters"? /.test(sql));
  if (insert === undefined) throw new Error('a report inserts a matter');
  const columns = /\(([^)]*)\)/.exec(insert.sql)?.[1]?.split(', ') ?? [];
  const at = (column: string): number =>
    columns.findIndex((name) => name.replaceAll('"', '') === column);
  const [id, number] = [at('matter_id'), at('number')];
  let count = 0;
  return () => {
    count += 1;
    const own = [...insert.parameters];
    own[id] = world.services.ids.next();
    own[number] = `r${process.pid}-${count}`;
    return { sql: insert.sql, parameters: own };
  };
}

export const REPORT = {
  title: '',
  description: '巷口的路灯不亮，晚上看不清路。',
  lng: 113.52,
  lat: 34.82,
  placeText: '巷口第三根灯杆',
  photos: [],
  reporterName: '王某',
  reporterPhone: '13800138000',
  reporterShared: false,
  personal: false,
};
