/**
 * Plans the changes of one batch of areas against what the tenant has: finds
 * or makes the areas above, gives paths, and collects rows of versions.
 */
import { sql } from 'kysely';
import { divisionCode, parentCode } from '#kernel/codes/index.ts';
import type { Context } from '#kernel/context.ts';
import { instantNow } from '#kernel/context.ts';
import type { MultiPolygon } from '#kernel/geometry/index.ts';
import type { AreaId, TenantId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import { legalDay } from '#kernel/period.ts';
import type { Json } from '#platform/audit/canonical.ts';
import type { Change } from '#platform/command/change.ts';
import type { Statement } from '#platform/database/database.ts';
import { compile } from '#platform/database/query.ts';
import { childPath, MOST_CHILDREN } from '../rules/area-path.ts';
import type { AreaKind } from '../rules/kinds.ts';
import { type VersionStep, versionStep } from '../rules/timeline.ts';
import { AREA } from './aggregates.ts';
import { AREA_VERSIONS, leaveVersion } from './version-rows.ts';

export interface KnownArea {
  readonly areaId: AreaId;
  readonly areaPath: string;
  readonly code: string | null;
  readonly version: number;
  readonly auditHead: string;
  /** First day of the version in force. */
  readonly fromDay: string;
  /** First day on which it is no longer; null while it is. */
  readonly toDay: string | null;
  readonly name: string;
  readonly nameEn: string;
  /** Its name was given by the place itself: no copy and no list changes it. */
  readonly namedHere: boolean;
  readonly sourceDigest: string | null;
}

/** The columns of a known area, in SQL. */
export const KNOWN_COLUMNS = `area_id, area_path, code, version, audit_head, from_day, to_day, name,
  name_en, named_here, source_digest`;

export interface NewArea {
  readonly code: string | null;
  readonly localCode: boolean;
  readonly kind: AreaKind;
  readonly name: string;
  readonly nameEn: string;
  /** First day, or the day from which a change holds; the first day of the parent, or today. */
  readonly from: string | null;
  /** Null where nobody said: an area that has a border keeps it. */
  readonly geometry: MultiPolygon | null;
  readonly sourceDigest: string | null;
}

const BY_SOURCE = { open: 'area.changed', correct: 'area.corrected' } as const;
const BY_HAND = { open: 'area.renamed', correct: 'area.name_corrected' } as const;

export class AreaPlan {
  readonly changes: Change[] = [];
  readonly also: Statement[] = [];
  readonly #context: Context;
  readonly #today: string;
  readonly #byCode = new Map<string, KnownArea>();
  /** Area id to the number of its last child. */
  readonly #children: Map<string, number>;
  /** Areas whose last version is written as their rows then are. */
  readonly #versions = new Set<AreaId>();
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

  /** Also one that has ended: its code stays its own. */
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
    this.#versions.add(areaId);
    const { code, name, nameEn, sourceDigest } = area;
    const made: KnownArea = {
      areaId,
      areaPath,
      code,
      version: 1,
      auditHead: '',
      fromDay,
      toDay: null,
      name,
      nameEn,
      namedHere: false,
      sourceDigest,
    };
    this.#learn(made);
    return done(made);
  }

  /**
   * Name, English name and border as the source has them now; what it does not say stays,
   * and so does a name that the place gave itself. Refuses `place.ended`, `place.period`.
   */
  change(known: KnownArea, area: NewArea): Outcome<KnownArea> {
    const { sourceDigest, nameEn, geometry } = area;
    return this.#step(known, area.from, BY_SOURCE, {
      ...(!known.namedHere && { name: area.name, ...(nameEn !== '' && { nameEn }) }),
      ...(geometry !== null && { geometry: geometry as unknown as Json }),
      sourceDigest,
    });
  }

  /**
   * Another name from a day on, given by the place itself; border, code and all that refers
   * to it stay. Refuses `place.ended`, `place.period`.
   */
  rename(known: KnownArea, name: Pick<NewArea, 'name' | 'nameEn' | 'from'>): Outcome<KnownArea> {
    const set = { name: name.name, nameEn: name.nameEn, namedHere: true };
    return this.#step(known, name.from, BY_HAND, set);
  }

  /**
   * The area at the top, begun without a code, becomes a division of the state from
   * today on: its code, level and name. Its path stays, and so does everything that refers to it.
   */
  take(known: KnownArea, area: NewArea): Outcome<KnownArea> {
    const { code, localCode, kind, name, nameEn, sourceDigest } = area;
    const changed = this.#step(known, null, BY_SOURCE, {
      ...(!known.namedHere && { name, nameEn }),
      code,
      localCode,
      kind,
      level: levelOf(area),
      sourceKey: code,
      sourceDigest,
    });
    if (!changed.ok) return changed;
    this.#learn({ ...known, code });
    return done({ ...known, code });
  }

  /** All statements beside the changes, the new versions last. */
  statements(): readonly Statement[] {
    if (this.#versions.size === 0) return this.also;
    return [...this.also, versionsAsTheyAre(this.#context.tenantId, [...this.#versions])];
  }

  #step(
    known: KnownArea,
    from: string | null,
    kinds: Readonly<Record<VersionStep['step'], string>>,
    set: Readonly<Record<string, Json>>,
  ): Outcome<KnownArea> {
    if (known.toDay !== null) return refused({ code: 'place.ended' });
    const step = versionStep(known.fromDay, from, this.#today, this.#today);
    if (!step.ok) return step;
    const { areaId, version, auditHead } = known;
    const { tenantId, clock } = this.#context;
    this.changes.push({
      ...AREA,
      id: areaId,
      before: { version, auditHead },
      kind: kinds[step.value.step],
      set: { ...set, fromDay: step.value.from },
    });
    // Made a moment ago to carry others: its first version was nobody's statement.
    if (!this.#versions.has(areaId))
      this.also.push(
        ...leaveVersion(AREA_VERSIONS, tenantId, areaId, step.value, instantNow(clock)),
      );
    this.#versions.add(areaId);
    return done(known);
  }

  #learn(area: KnownArea): void {
    if (area.code !== null) this.#byCode.set(area.code, area);
    if (area.areaPath.length === 3 && area.toDay === null) this.#root ??= area;
  }
}

/** The versions that begin with the steps taken: what the rows say after them. */
function versionsAsTheyAre(tenantId: TenantId, areaIds: readonly AreaId[]): Statement {
  return compile(sql`
    insert into area_versions (tenant_id, area_id, version, from_day, name, name_en, code, geometry)
    select tenant_id, area_id, version, from_day, name, name_en, code, geometry from areas
    where tenant_id = ${tenantId} and area_id = any(${areaIds}::uuid[])`);
}

function levelOf(area: NewArea): string | null {
  if (area.code === null || area.localCode) return null;
  const read = divisionCode(area.code);
  return read.ok ? read.value.level : null;
}
