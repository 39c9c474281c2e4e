/** Choosing a division of the country and having it copied in the background. */
import { actorName, type Context, instantNow } from '#kernel/context.ts';
import type { Answer, Input } from '#kernel/endpoint.ts';
import type { Id, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { type CommandServices, command } from '#platform/command/command.ts';
import type { Database, Rows } from '#platform/database/database.ts';
import { rowsAs } from '#platform/database/query.ts';
import type { CommandInput } from '#platform/http/route.ts';
import type { ImportServices } from '#platform/import/importer.ts';
import { reaches } from '#platform/scope/reach.ts';
import type { copyDivision, findDivisions, listCopies } from '../contract.ts';
import { editionOf } from '../rules/division-file.ts';
import { authoritiesOf, type FoundDivision, searchDivisions } from '../rules/division-search.ts';
import { copyDivisions } from './copy-divisions.ts';
import { divisionsText } from './load-divisions.ts';

const MOST_FOUND = 20;
const SHOWN = 5;

interface Country {
  readonly edition: string;
  readonly divisions: readonly FoundDivision[];
}

let country: Country | undefined;

/** Cities and counties, read from the compact file when somebody first asks. */
function theCountry(): Country {
  if (country === undefined) {
    const text = divisionsText();
    country = { edition: editionOf(text), divisions: authoritiesOf(text) };
  }
  return country;
}

export async function divisions(
  _services: unknown,
  _context: Context,
  { query }: Input<typeof findDivisions>,
): Promise<Outcome<Answer<typeof findDivisions>>> {
  const { edition, divisions: all } = theCountry();
  const found = searchDivisions(all, query.words, MOST_FOUND);
  return done({ edition, divisions: found.map((one) => ({ ...one, above: [...one.above] })) });
}

export function askForCopy(
  services: CommandServices,
  context: Context,
  { body, commandId }: CommandInput<typeof copyDivision>,
): Promise<Outcome<Answer<typeof copyDivision>>> {
  const { tenantId, ids, actor, clock } = context;
  return command(services, context, {
    id: commandId,
    name: 'places.copy_division',
    body,
    opening: [
      {
        sql: `select area_path from areas where tenant_id = $1 and parent_area_id is null
          order by area_path for update`,
        parameters: [tenantId],
      },
      {
        sql: 'select 1 from area_copies where tenant_id = $1 and ended_at is null',
        parameters: [tenantId],
      },
    ],
    decide: ([roots, running]) => {
      const division = theCountry().divisions.find(({ code }) => code === body.code);
      if (!division) return refused({ code: 'input.unknown_code', field: 'code' });
      if (!mayAsk(context, roots)) return refused({ code: 'access.not_allowed' });
      if ((running?.rows.length ?? 0) > 0) return refused({ code: 'place.copy_running' });
      const copyId = ids.next<Id<'copy'>>();
      const { code, name, towns, villages } = division;
      const total = 1 + towns + villages;
      return done({
        answer: { copyId, total },
        changes: [],
        also: [
          {
            sql: `insert into area_copies (tenant_id, copy_id, code, name, total, asked_by, asked_at)
              values ($1, $2, $3, $4, $5, $6, $7)`,
            parameters: [tenantId, copyId, code, name, total, actorName(actor), instantNow(clock)],
          },
        ],
      });
    },
  });
}

/** What is copied comes below the top: only who administers all of the tenant may ask. */
function mayAsk({ actor }: Context, roots: Rows | undefined): boolean {
  const paths = (roots?.rows ?? []).map((row) => String(row['area_path']));
  if (paths.length === 0) return actor.kind === 'system';
  return paths.some((path) => reaches(actor, path, 'system_admin'));
}

export async function copies(
  { database }: { readonly database: Database },
  { tenantId }: Context,
): Promise<Outcome<Answer<typeof listCopies>>> {
  const [found] = await database.read(tenantId, {
    sql: `select copy_id, code, name, total, done, asked_at, ended_at from area_copies
      where tenant_id = $1 order by asked_at desc, copy_id limit ${SHOWN}`,
    parameters: [tenantId],
  });
  return done({ copies: rowsAs<Answer<typeof listCopies>['copies'][number]>(found) });
}

/** Tenants that wait for a copy; across tenants, so the owner reads it. */
export async function tenantsWithCopies(database: Database): Promise<ReadonlySet<TenantId>> {
  const [found] = await database.asOwner((transaction) =>
    transaction.run({
      sql: 'select distinct tenant_id from area_copies where ended_at is null',
      parameters: [],
    }),
  );
  return new Set((found?.rows ?? []).map((row) => row['tenant_id'] as TenantId));
}

/**
 * Does the copies that a tenant has asked for. What a crash left half done is
 * gone through again: areas that are there stay as they are.
 */
export async function copyWhatWasAsked(services: ImportServices, context: Context): Promise<void> {
  const { tenantId, clock } = context;
  const { database } = services;
  const [found] = await database.read(tenantId, {
    sql: `select copy_id, code from area_copies
      where tenant_id = $1 and ended_at is null order by asked_at, copy_id`,
    parameters: [tenantId],
  });
  for (const row of found?.rows ?? []) {
    const copyId = String(row['copy_id']);
    const note = (set: string, value: unknown): Promise<unknown> => {
      const sql = `update area_copies set ${set} = $3 where tenant_id = $1 and copy_id = $2`;
      const statement = { sql, parameters: [tenantId, copyId, value] };
      return database.write(tenantId, [statement], async () => undefined);
    };
    await copyDivisions(services, context, [String(row['code'])], async (count) => {
      await note('done', count);
    });
    await note('ended_at', instantNow(clock));
  }
}
