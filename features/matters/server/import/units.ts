/** Units the records name: found by name or code, founded where unknown. */
import { foundingOf } from '#features/organisations/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { OrganisationId } from '#kernel/ids.ts';
import type { Change } from '#platform/command/change.ts';
import type { Rows, Statement } from '#platform/database/database.ts';
import type { Matter } from '../../rules/matter.ts';
import type { MatterRow } from './fields.ts';

/** Two statements: the units, and the area at the top, where unknown ones are founded. */
export function unitsStatements(
  tenantId: string,
  rows: readonly MatterRow[],
): readonly [Statement, Statement] {
  const names = new Set(rows.map(({ values }) => values.organisation));
  names.delete(null);
  return [
    {
      sql: `select organisation_id, name, code from organisations
        where tenant_id = $1 and (name = any($2) or code = any($2))
        order by closed_on desc nulls first, opened_on, organisation_id`,
      parameters: [tenantId, [...names]],
    },
    {
      sql: `select area_id, area_path from areas
        where tenant_id = $1 and parent_area_id is null order by area_path limit 1`,
      parameters: [tenantId],
    },
  ];
}

export class Units {
  readonly #context: Context;
  readonly #top: { areaId: Matter['areaId']; areaPath: string } | undefined;
  readonly #known = new Map<string, OrganisationId>();
  readonly #changes: Change[] = [];

  constructor(context: Context, units: Rows | undefined, tops: Rows | undefined) {
    this.#context = context;
    const [top] = tops?.rows ?? [];
    this.#top = top && {
      areaId: top['area_id'] as Matter['areaId'],
      areaPath: top['area_path'] as string,
    };
    // Of several, the first one found counts: one that is open, the oldest of those.
    for (const row of units?.rows ?? []) {
      for (const name of [row['code'], row['name']]) {
        if (typeof name !== 'string' || this.#known.has(name)) continue;
        this.#known.set(name, row['organisation_id'] as OrganisationId);
      }
    }
  }

  get changes(): readonly Change[] {
    return this.#changes;
  }

  knows(name: string): boolean {
    return this.#known.has(name);
  }

  /** @param seenOn legal day from which on it is known to have been there */
  unitOf(name: string, seenOn: string): OrganisationId | null {
    const known = this.#known.get(name);
    if (known !== undefined) return known;
    if (this.#top === undefined) return null;
    const founded = foundingOf(this.#context, { name, area: this.#top, seenOn });
    this.#known.set(name, founded.organisationId);
    this.#changes.push(founded.change);
    return founded.organisationId;
  }
}
