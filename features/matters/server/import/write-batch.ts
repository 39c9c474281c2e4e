/** Records of matters, at most 500, as one command: two flights, whatever their number. */
import { type Context, instantNow } from '#kernel/context.ts';
import type { MatterId, ReporterId } from '#kernel/ids.ts';
import { done, type Outcome, refused } from '#kernel/outcome.ts';
import type { Refusal } from '#kernel/refusal.ts';
import type { Change } from '#platform/command/change.ts';
import { multiInsert } from '#platform/command/row-statements.ts';
import { type BatchDecision, commitBatch } from '#platform/import/commit-batch.ts';
import type { ImportServices, RowOutcome, WriteOptions } from '#platform/import/importer.ts';
import { reaches } from '#platform/scope/reach.ts';
import { type Increment, increments } from '../../rules/figures.ts';
import { importedPast } from '../../rules/imported-past.ts';
import type { Matter } from '../../rules/matter.ts';
import { dayOfTenant, incrementInserts } from '../figure-rows.ts';
import { reporterChange } from '../reporter.ts';
import { Catalogue, categoriesStatement } from './categories.ts';
import { firstStep, type ImportStep, nextStep, WORDS_COLUMNS } from './changes.ts';
import type { MatterRow, MatterValues } from './fields.ts';
import { FreeNumbers } from './free-numbers.ts';
import {
  type ChangedMatter,
  type KnownMatters,
  knownFrom,
  knownStatements,
} from './known-matters.ts';
import { type Told, toldBy } from './matter-of-row.ts';
import { type AreaAndGrid, placesFrom, placesStatement } from './places.ts';
import { Units, unitsStatements } from './units.ts';

export function writeMatters(
  services: ImportServices,
  context: Context,
  rows: readonly MatterRow[],
  options: WriteOptions,
): Promise<readonly RowOutcome[]> {
  const { tenantId } = context;
  const numbers = new FreeNumbers(context, rows);
  return commitBatch(services, context, {
    name: 'matters.import',
    options,
    opening: [
      ...knownStatements(tenantId, rows),
      numbers.statement(tenantId),
      placesStatement(tenantId, rows, dayOfTenant(context)),
      categoriesStatement(tenantId, rows),
      ...unitsStatements(tenantId, rows),
    ],
    decide: ([digests, changed, taken, places, categories, units, tops]) => {
      numbers.learn(taken);
      const batch = new Batch(services, context, {
        numbers,
        known: knownFrom(digests, changed),
        places: placesFrom(places),
        catalogue: new Catalogue(context, categories),
        units: new Units(context, units, tops),
      });
      return batch.decide(rows);
    },
  });
}

interface World {
  readonly numbers: FreeNumbers;
  readonly known: KnownMatters;
  readonly places: ReadonlyMap<number, AreaAndGrid>;
  readonly catalogue: Catalogue;
  readonly units: Units;
}

const OUT_OF_REACH: Refusal = { code: 'import.out_of_reach', field: 'key' };

class Batch {
  readonly #services: ImportServices;
  readonly #context: Context;
  readonly #world: World;
  readonly #now: string;
  readonly #dayOf: (instant: string) => string;
  readonly #reporters: Change[] = [];
  readonly #steps: ImportStep[] = [];
  readonly #increments: Increment[] = [];

  constructor(services: ImportServices, context: Context, world: World) {
    this.#services = services;
    this.#context = context;
    this.#world = world;
    this.#now = instantNow(context.clock);
    this.#dayOf = dayOfTenant(context);
  }

  decide(rows: readonly MatterRow[]): BatchDecision {
    const outcomes = rows.map((row, at) => this.#take(row, at));
    const words = this.#steps.flatMap((step) => (step.words === undefined ? [] : [step.words]));
    return {
      outcomes,
      // In the order of their foreign keys.
      changes: [
        ...this.#world.catalogue.changes,
        ...this.#world.units.changes,
        ...this.#reporters,
        ...this.#steps.map(({ change }) => change),
      ],
      also: [
        ...multiInsert('matter_texts', WORDS_COLUMNS, words),
        ...incrementInserts(this.#context, this.#increments),
      ],
    };
  }

  #take(row: MatterRow, at: number): RowOutcome {
    const { digests, changed } = this.#world.known;
    const { key } = row.values;
    const before = changed.get(key);
    // Here as it stands in the file, or another import has just brought it.
    if (digests.has(key) && before === undefined) return 'unchanged';
    if (before !== undefined && !this.#reaches(before.matter.areaPath)) return OUT_OF_REACH;
    if (before?.takenOver === true) return { code: 'import.taken_over', field: 'key' };
    const read = this.#read(row.values, at);
    if (!read.ok) return read.refusal;
    const { told, left } = read.value;
    if (before === undefined) this.#begin(row, at, told, left);
    else this.#change(row, before, told, left);
    const taken = before === undefined ? 'created' : 'changed';
    return left.length === 0 ? taken : { taken, left };
  }

  #read(values: MatterValues, at: number): Outcome<{ told: Told; left: readonly string[] }> {
    const past = importedPast(values, this.#now);
    if (!past.ok) return past;
    const place = this.#world.places.get(at);
    if (place === undefined) return refused({ code: 'matter.area_unknown', field: 'area' });
    if (!this.#reaches(place.areaPath)) return refused({ ...OUT_OF_REACH, field: 'area' });
    const { catalogue, units } = this.#world;
    const { organisation, reportedAt } = values;
    const named = this.#named(values);
    if (named !== undefined) return refused(named);
    const told = toldBy(values, {
      past: past.value,
      place,
      categoryId: catalogue.categoryOf(values),
      organisationId:
        organisation === null ? null : units.unitOf(organisation, this.#dayOf(reportedAt)),
    });
    return done({ told, left: past.value.doubts });
  }

  #reaches(areaPath: string): boolean {
    return reaches(this.#context.actor, areaPath, 'intake');
  }

  /** By a person's hand a record begins no category and founds no unit: others decide of these. */
  #named({ category, categoryGroup, organisation }: MatterValues): Refusal | undefined {
    if (this.#context.actor.kind !== 'person') return undefined;
    const { catalogue, units } = this.#world;
    if (categoryGroup !== null && !catalogue.knows(categoryGroup, null))
      return { code: 'matter.category_unknown', field: 'categoryGroup' };
    if (category !== null && !catalogue.knows(category, categoryGroup))
      return { code: 'matter.category_unknown', field: 'category' };
    if (organisation !== null && !units.knows(organisation))
      return { code: 'matter.organisation_unknown', field: 'organisation' };
    return undefined;
  }

  #begin(row: MatterRow, at: number, told: Told, left: readonly string[]): void {
    const matter: Matter = {
      ...told,
      matterId: this.#context.ids.next<MatterId>(),
      version: 1,
      number: this.#world.numbers.numberOf(at),
      reporterId: this.#reporterOf(row.values),
    };
    this.#steps.push(firstStep(this.#services, this.#context, { row, matter, left }));
    this.#increments.push(...increments(null, matter, this.#dayOf));
  }

  #change(row: MatterRow, before: ChangedMatter, told: Told, left: readonly string[]): void {
    const { matterId, version, number, reporterId } = before.matter;
    const after: Matter = { ...told, matterId, version: version + 1, number, reporterId };
    this.#steps.push(nextStep(this.#services, this.#context, before, { row, matter: after, left }));
    this.#increments.push(...increments(before.matter, after, this.#dayOf));
  }

  #reporterOf({ reporterName, reporterPhone }: MatterValues): ReporterId | null {
    if (reporterName === null && reporterPhone === null) return null;
    const { change } = reporterChange(this.#services, this.#context, {
      reporterName: reporterName ?? '',
      reporterPhone: reporterPhone ?? '',
    });
    this.#reporters.push(change);
    return change.id as ReporterId;
  }
}
