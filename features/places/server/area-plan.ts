/**
 * Plans the changes of one batch of areas against what the tenant has: finds
 * or makes the areas above, gives paths, and collects rows of versions.
 */
import { divisionCode, parentCode } from '#kernel/codes/index.ts';
import type { Context } from '#kernel/context.ts';
import { instantNow } from '#kernel/context.ts';
import type { MultiPolygon } from '#kernel/geometry/index.ts';
import type { AreaId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { Json } from '#platform/audit/canonical.ts';
import type { Change } from '#platform/command/change.ts';
import { multiInsert } from '#platform/command/row-statements.ts';
import type { Statement } from '#platform/database/database.ts';
import { childPath, MOST_CHILDREN } from '../rules/area-path.ts';
import type { AreaKind } from '../rules/kinds.ts';
import { versionStep } from '../rules/timeline.ts';
import { AREA } from './aggregates.ts';
import { AREA_VERSIONS, leaveVersion } from './version-rows.ts';

export interface KnownArea {
  readonly areaId: AreaId;
  readonly areaPath: string;
  readonly code: string | null;
  readonly version: number;
  readonly auditHead: string;
  readonly fromDay: string;
  readonly sourceDigest: string | null;
}

export interface NewArea {
  readonly code: string | null;
  readonly localCode: boolean;
  readonly kind: AreaKind;
  readonly name: string;
  readonly nameEn: string;
  /** First day, or the day from which a change holds; the first day of the parent, or today. */
  readonly from: string | null;
  readonly geometry: MultiPolygon | null;
  readonly sourceDigest: string | null;
}

export class AreaPlan {
  readonly changes: Change[] = [];
  readonly also: Statement[] = [];
  readonly #context: Context;
  readonly #today: string;
  readonly #byCode = new Map<string, KnownArea>();
  /** Area id to the number of its last child. */
  readonly #children: Map<string, number>;
  readonly #versionRows: unknown[][] = [];
  #root: KnownArea | undefined;

  constructor(context: Context, known: readonly KnownArea[], children: Map<string, number>) {
    this.#context = context;
    this.#today = legalDay(context.clock.now(), context.timeZone);
    this.#children = children;
    for (const area of known) this.#learn(area);
  }

  get root(): KnownArea | undefined {
    return this.#root;
  }

  find(code: string): KnownArea | undefined {
    return this.#byCode.get(code);
  }

  /** The nearest area above a code of a division. */
  nearestAbove(code: string): KnownArea | undefined {
    for (let above = parentCode(code); above !== undefined; above = parentCode(above)) {
      const found = this.#byCode.get(above);
      if (found) return found;
    }
    return undefined;
  }

  /** Below a parent, or as a root. Refuses `place.too_many`. */
  create(parent: KnownArea | undefined, area: NewArea): Outcome<KnownArea> {
    const number = (this.#children.get(parent?.areaId ?? '') ?? 0) + 1;
    if (number > MOST_CHILDREN) return refused({ code: 'place.too_many' });
    this.#children.set(parent?.areaId ?? '', number);
    const areaId = this.#context.ids.next<AreaId>();
    const areaPath = childPath(parent?.areaPath ?? '', number);
    const fromDay = area.from ?? parent?.fromDay ?? this.#today;
    this.changes.push({
      ...AREA,
      id: areaId,
      kind: 'area.created',
      set: {
        parentAreaId: parent?.areaId ?? null,
        areaPath,
        kind: area.kind,
        level: levelOf(area),
        code: area.code,
        localCode: area.localCode,
        name: area.name,
        nameEn: area.nameEn,
        fromDay,
        toDay: null,
        geometry: area.geometry as Json,
        sourceKey: area.code,
        sourceDigest: area.sourceDigest,
      },
    });
    this.#addVersion(areaId, 1, fromDay, area);
    const { code, sourceDigest } = area;
    const made = { areaId, areaPath, code, version: 1, auditHead: '', fromDay, sourceDigest };
    this.#learn(made);
    return done(made);
  }

  /** Name, code, or border as the source has them now. Refuses `place.period`. */
  change(known: KnownArea, area: NewArea): Outcome<KnownArea> {
    return this.#change(known, area, {});
  }

  /**
   * The area at the top, begun without a code, becomes a division of the state from
   * today on: its code, level and name. Its path stays, and so does everything that refers to it.
   */
  take(known: KnownArea, area: NewArea): Outcome<KnownArea> {
    const { code, localCode, kind } = area;
    const level = levelOf(area);
    const taken = { code, localCode, kind, level, sourceKey: code };
    const changed = this.#change(known, { ...area, from: null }, taken);
    if (!changed.ok) return changed;
    this.#learn({ ...known, code });
    return done({ ...known, code });
  }

  /** All statements beside the changes, the new versions last. */
  statements(): readonly Statement[] {
    const columns = ['tenant_id', 'area_id', 'version', 'from_day', 'name', 'code', 'geometry'];
    return [...this.also, ...multiInsert('area_versions', columns, this.#versionRows)];
  }

  #change(
    known: KnownArea,
    area: NewArea,
    also: Readonly<Record<string, Json>>,
  ): Outcome<KnownArea> {
    const step = versionStep(known.fromDay, area.from, this.#today, this.#today);
    if (!step.ok) return step;
    const { areaId, version, auditHead } = known;
    const { tenantId, clock } = this.#context;
    const now = instantNow(clock);
    this.changes.push({
      ...AREA,
      id: areaId,
      before: { version, auditHead },
      kind: step.value.step === 'open' ? 'area.changed' : 'area.corrected',
      set: {
        name: area.name,
        nameEn: area.nameEn,
        fromDay: step.value.from,
        geometry: area.geometry as Json,
        sourceDigest: area.sourceDigest,
        ...also,
      },
    });
    const fresh = this.#versionRows.findIndex((row) => row[1] === areaId);
    // Made a moment ago to carry others: its first version was nobody's statement.
    if (fresh >= 0) this.#versionRows.splice(fresh, 1);
    else this.also.push(...leaveVersion(AREA_VERSIONS, tenantId, areaId, step.value, now));
    this.#addVersion(areaId, version + 1, step.value.from, area);
    return done(known);
  }

  #addVersion(areaId: AreaId, version: number, fromDay: string, area: NewArea): void {
    const geometry = area.geometry === null ? null : JSON.stringify(area.geometry);
    const { tenantId } = this.#context;
    this.#versionRows.push([tenantId, areaId, version, fromDay, area.name, area.code, geometry]);
  }

  #learn(area: KnownArea): void {
    if (area.code !== null) this.#byCode.set(area.code, area);
    if (area.areaPath.length === 3) this.#root ??= area;
  }
}

function levelOf(area: NewArea): string | null {
  if (area.code === null || area.localCode) return null;
  const read = divisionCode(area.code);
  return read.ok ? read.value.level : null;
}
