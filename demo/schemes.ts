/**
 * The compensation schemes of the demonstration: condensed from public
 * documents of other places, written by one officer and published by another.
 * The second version of one supersedes its first, and a third is a draft.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  beginAnother,
  beginScheme,
  saveVersion,
  stepVersion,
} from '#features/relocation/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { AccountId, CommandId, SchemeId, SchemeVersionId } from '#kernel/ids.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import type { Services } from '#platform/services.ts';
import { type AreaOf, type FoundedPost, sure } from './founding.ts';

const FOLDER = join(ROOT, 'docs', 'examples', 'compensation');

/** Each scheme with its versions in their order. */
const SCHEMES = [
  ['a-changzhi-luzhou'],
  ['b-pingyang-railway', 'b-pingyang-railway-2'],
  ['c-tongling-yian'],
  ['d-shuangfeng'],
  ['e-hunan-collective'],
] as const;
/** Of this one a further version is being written. */
const REWRITTEN = 'b-pingyang-railway';

export interface SchemePlan {
  readonly area: AreaOf;
  readonly writer: FoundedPost;
  readonly publisher: FoundedPost;
}

export async function publishSchemes(
  services: Services,
  system: Context,
  plan: SchemePlan,
): Promise<void> {
  const [writer, publisher] = [plan.writer, plan.publisher].map((post) => actingAs(system, post));
  if (writer === undefined || publisher === undefined) throw new Error('two publish a scheme');
  const input = <Params, Body>(params: Params, body: Body) => ({
    ...{ params, body, query: undefined },
    commandId: services.ids.next<CommandId>(),
  });
  const publish = async (versionId: SchemeVersionId, seen: number): Promise<void> => {
    const step = (by: Context, version: number, name: 'submit' | 'publish') =>
      sure(stepVersion(services, by, input({ versionId }, { version, step: name, reason: '' })));
    const { version } = await step(writer, seen, 'submit');
    await step(publisher, version, 'publish');
  };
  let rewritten: { readonly schemeId: SchemeId; readonly from: SchemeVersionId } | undefined;
  for (const [first, ...later] of SCHEMES) {
    const { areaId } = plan.area;
    const body = { areaId, text: textOf(first) };
    const begun = await sure(beginScheme(services, writer, input(undefined, body)));
    await publish(begun.versionId, begun.version);
    let from = begun.versionId;
    for (const file of later) {
      const { schemeId } = begun;
      const next = await sure(beginAnother(services, writer, input({ schemeId }, { from })));
      const { versionId } = next;
      const saved = await sure(
        saveVersion(
          services,
          writer,
          input({ versionId }, { version: next.version, text: textOf(file) }),
        ),
      );
      await publish(versionId, saved.version);
      from = versionId;
    }
    if (first === REWRITTEN) rewritten = { schemeId: begun.schemeId, from };
  }
  if (rewritten === undefined) throw new Error(`no scheme ${REWRITTEN}`);
  const { schemeId, from } = rewritten;
  await sure(beginAnother(services, writer, input({ schemeId }, { from })));
}

function textOf(file: string): string {
  return readFileSync(join(FOLDER, `${file}.json`), 'utf8');
}

function actingAs(system: Context, { personId, name, grants }: FoundedPost): Context {
  if (personId === undefined) throw new Error('nobody holds the post');
  const accountId = personId as string as AccountId;
  return { ...system, actor: { kind: 'person', personId, accountId, name, grants } };
}
