/** An office that writes and publishes compensation schemes, in a district of a test. */
import { type FoundedPost, foundUnit, sure } from '#demo/founding.ts';
import { beginScheme, stepVersion } from '#features/relocation/server/public.ts';
import type { Actor, Context } from '#kernel/context.ts';
import type { AccountId, CommandId, SchemeVersionId } from '#kernel/ids.ts';
import type { District } from './district.ts';

type Officer = 'scheme writer' | 'scheme reviewer' | 'north officer' | 'south officer';

export interface RelocationOffice {
  readonly posts: readonly FoundedPost[];
  as(officer: Officer): Context;
}

export async function foundRelocationOffice(world: District): Promise<RelocationOffice> {
  const { services, system, areas } = world;
  const found = (name: string, area: keyof District['areas'], titles: readonly Officer[]) =>
    foundUnit(
      services,
      system,
      {
        name,
        kind: 'department',
        area: areas[area],
        posts: titles.map((title) => ({
          ...{ title, roles: ['relocation_officer'] as const, rank: 1, holder: `征收员 ${title}` },
        })),
      },
      '2026-01-01',
    );
  const units = [
    await found('房屋征收办公室', 'district', ['scheme writer', 'scheme reviewer']),
    await found('北街征收所', 'north', ['north officer']),
    await found('南街征收所', 'south', ['south officer']),
  ];
  const posts = units.flatMap((unit) => unit.posts);
  return {
    posts,
    as: (officer) => ({ ...system, actor: actorOf(posts, officer) }),
  };
}

function actorOf(posts: readonly FoundedPost[], officer: Officer): Actor {
  const post = posts.find(({ title }) => title === officer);
  if (post?.personId === undefined) throw new Error(`nobody is ${officer}`);
  const { personId, name, grants } = post;
  return { kind: 'person', personId, accountId: personId as string as AccountId, name, grants };
}

/** Written by the one, published by the other: as a scheme comes to be public. */
export async function published(
  world: District,
  office: RelocationOffice,
  { text, area = 'district' }: { readonly text: string; readonly area?: keyof District['areas'] },
): Promise<SchemeVersionId> {
  const { services, areas } = world;
  const writer = office.as('scheme writer');
  const { versionId } = await sure(
    beginScheme(services, writer, input(world, { areaId: areas[area].areaId, text })),
  );
  const step = (context: Context, version: number, name: 'submit' | 'publish') =>
    sure(
      stepVersion(services, context, {
        ...input(world, { version, step: name, reason: '' }),
        params: { versionId },
      }),
    );
  const { version } = await step(writer, 1, 'submit');
  await step(office.as('scheme reviewer'), version, 'publish');
  return versionId;
}

export function input<Body>(world: District, body: Body) {
  const commandId: CommandId = world.commandId();
  return { params: undefined, query: undefined, body, commandId };
}
