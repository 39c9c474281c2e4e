/** Plans the changes of one batch of grids: identities, versions of their borders. */
import { type Context, instantNow } from '#kernel/context.ts';
import { areaOf, type MultiPolygon } from '#kernel/geometry/index.ts';
import type { GridId } from '#kernel/ids.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { Json } from '#platform/audit/canonical.ts';
import type { Change } from '#platform/command/change.ts';
import { multiInsert } from '#platform/command/row-statements.ts';
import type { Statement } from '#platform/database/database.ts';
import type { GridKind } from '../rules/kinds.ts';
import { versionStep } from '../rules/timeline.ts';
import { GRID } from './aggregates.ts';
import type { KnownArea } from './area-plan.ts';
import { GRID_VERSIONS, leaveVersion } from './version-rows.ts';

export interface KnownGrid {
  readonly gridId: GridId;
  readonly version: number;
  readonly auditHead: string;
  readonly sourceKey: string;
  readonly sourceDigest: string | null;
  readonly areaPath: string;
  /** First day of the version in force. */
  readonly fromDay: string;
}

export interface NewGrid {
  readonly key: string;
  readonly digest: string;
  readonly area: KnownArea;
  readonly kind: GridKind;
  readonly code: string | null;
  readonly localCode: boolean;
  readonly name: string;
  readonly from: string | null;
  readonly geometry: MultiPolygon;
}

export class GridPlan {
  readonly changes: Change[] = [];
  readonly #context: Context;
  readonly #today: string;
  readonly #left: Statement[] = [];
  readonly #versionRows: unknown[][] = [];

  constructor(context: Context) {
    this.#context = context;
    this.#today = legalDay(context.clock.now(), context.timeZone);
  }

  create(grid: NewGrid): void {
    const gridId = this.#context.ids.next<GridId>();
    const fromDay = grid.from ?? this.#today;
    this.changes.push({
      ...GRID,
      id: gridId,
      kind: 'grid.created',
      set: { ...columnsOf(grid), fromDay, toDay: null, sourceKey: grid.key },
      details: details(grid, fromDay),
    });
    this.#addVersion(gridId, 1, fromDay, grid);
  }

  /** Refuses `place.period`; a border of a day to come is taken, since readers ask by day. */
  change(known: KnownGrid, grid: NewGrid): Outcome<void> {
    const step = versionStep(known.fromDay, grid.from, this.#today);
    if (!step.ok) return step;
    const { gridId, version, auditHead } = known;
    const { tenantId, clock } = this.#context;
    const { from } = step.value;
    this.changes.push({
      ...GRID,
      id: gridId,
      before: { version, auditHead },
      kind: step.value.step === 'open' ? 'grid.redrawn' : 'grid.corrected',
      set: columnsOf(grid),
      details: details(grid, from),
    });
    this.#left.push(
      ...leaveVersion(GRID_VERSIONS, tenantId, gridId, step.value, instantNow(clock)),
    );
    this.#addVersion(gridId, version + 1, from, grid);
    return done(undefined);
  }

  statements(): readonly Statement[] {
    const columns = ['tenant_id', 'grid_id', 'version', 'from_day', 'geometry', 'square_metres'];
    return [...this.#left, ...multiInsert('grid_versions', columns, this.#versionRows)];
  }

  #addVersion(gridId: GridId, version: number, from: string, { geometry }: NewGrid): void {
    const shape = JSON.stringify(geometry);
    const { tenantId } = this.#context;
    this.#versionRows.push([tenantId, gridId, version, from, shape, areaOf(geometry)]);
  }
}

function columnsOf({ area, kind, code, localCode, name, digest }: NewGrid) {
  const { areaId, areaPath } = area;
  return { areaId, areaPath, kind, code, localCode, name, sourceDigest: digest };
}

/** The border belongs to the version; the event tells it, so that history can be rebuilt. */
function details({ geometry }: NewGrid, from: string): Json {
  return { from, geometry: { type: geometry.type, coordinates: geometry.coordinates } };
}
