/**
 * Service requests of three cities, as published, each imported as a tenant of
 * its own; what the desk then says is what a script that knows nothing of the
 * house counts in the file.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type Installation, makeInstallation } from '#apps/server/services.ts';
import { aggregates } from '#apps/server/wiring.ts';
import { sure } from '#demo/founding.ts';
import { figures } from '#features/matters/server/figures.ts';
import { foldAll, mattersImporter, recount } from '#features/matters/server/public.ts';
import { readMapping } from '#kernel/mapping.ts';
import { verifyTenant } from '#platform/audit/verify.ts';
import { ROOT } from '#platform/database/migration-files.ts';
import type { BadRow } from '#platform/import/bad-rows.ts';
import { type ImportReport, runImport } from '#platform/import/run-import.ts';
import { engines, useDatabase } from '#tests/engines/engines.ts';
import { foundRecordsTenant, type RecordsTenant } from '#tests/worlds/records-tenant.ts';
import { movedClock } from '#tests/worlds/test-services.ts';
import { type Counted, countCsv, type Tally } from './count-csv.ts';
import { recordPath } from './records-folder.ts';
import { SOURCES, type Source } from './sources.ts';

const NOW = '2026-11-02T01:30:00.000Z';
const EVER = { from: '1990-01-01', to: '2027-12-31' } as const;

interface Brought {
  readonly tenant: RecordsTenant;
  readonly report: ImportReport;
  readonly bad: readonly BadRow[];
}

async function bring(
  { services }: Installation,
  tenant: RecordsTenant,
  source: Source,
  path = recordPath(`service-requests/${source.name}.csv`),
): Promise<Brought> {
  const text = readFileSync(join(ROOT, 'docs/examples/import', `${source.name}.json`), 'utf8');
  const mapping = await sure(readMapping(JSON.parse(text)));
  const bad: BadRow[] = [];
  const report = await sure(
    runImport(services, tenant.context, {
      importer: mattersImporter,
      path,
      mapping,
      dryRun: false,
      badRows: { write: (row) => bad.push(row), close: () => undefined },
      translate: services.translate,
    }),
  );
  return { tenant, report, bad };
}

describe.each(engines)('on the %s engine', (engine) => {
  const database = useDatabase(engine);
  let installation: Installation;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lianxin-records-'));
    installation = await makeInstallation(
      { dataFolder: folder, databaseUrl: undefined, secretsFile: join(folder, 'secrets.json') },
      { database: database(), clock: movedClock(Date.parse(NOW)) },
    );
    return () => rmSync(folder, { recursive: true });
  });

  describe.each(SOURCES)('the requests of $name', (source) => {
    let brought: Brought;
    let counted: Counted;

    beforeAll(async () => {
      const tenant = await foundRecordsTenant(installation, source.name, source.timeZone);
      const before = performance.now();
      brought = await bring(installation, tenant, source);
      const seconds = (performance.now() - before) / 1000;
      const speed = Math.round(brought.report.rows / seconds);
      process.stdout.write(`${engine} ${source.name}: ${brought.report.rows} rows, ${speed}/s\n`);
      counted = countCsv(recordPath(`service-requests/${source.name}.csv`), source);
    }, 300_000);

    const ask = (by: 'total' | 'month' | 'category' | 'organisation', more = {}) =>
      sure(
        figures(installation.services, brought.tenant.leader, {
          params: undefined,
          body: undefined,
          query: { ...EVER, by, ...more },
        }),
      );
    const rows = async (sql: string) => {
      const { tenantId } = brought.tenant;
      const [found] = await database().read(tenantId, { sql, parameters: [tenantId] });
      return found?.rows ?? [];
    };

    it('are all in, but those that were closed before they were opened', async () => {
      expect(brought.report).toMatchObject({
        rows: counted.rows,
        created: counted.rows - counted.impossible.length,
        changed: 0,
        refused: counted.impossible.length,
      });
      const refused = brought.bad.filter(({ code }) => code !== 'import.left_empty');
      expect(refused.map(({ code }) => code)).toEqual(counted.impossible.map(() => 'import.order'));
    });

    const compare = async () => {
      const total = await ask('total');
      expect(tallyOf(total.groups[0]?.figures, total.backlog.open)).toEqual(counted.total);
      const months = await ask('month');
      expect(byName(months.groups, ({ key }) => key)).toEqual(withoutOpen(counted.byMonth));
      const names = new Map(
        (
          await rows(
            `select c.category_id, case when $2 then g.name || ' / ' || c.name else c.name end as name
            from categories c join categories g on g.tenant_id = c.tenant_id and g.category_id = c.parent_id
            where c.tenant_id = $1`.replace('$2', String(source.group !== undefined)),
          )
        ).map((row) => [row['category_id'], row['name'] as string]),
      );
      const categories = await ask('category');
      expect(byName(categories.groups, ({ key }) => names.get(key) ?? key)).toEqual(
        withoutOpen(counted.byCategory),
      );
      const agencies = await ask('organisation');
      const ofAgencies = byName(
        agencies.groups.filter(({ name }) => name !== ''),
        ({ name }) => name,
      );
      expect(ofAgencies).toEqual(
        Object.fromEntries(
          Object.entries(withoutOpen(counted.byAgency))
            .filter(([, tally]) => tally.closed > 0)
            .map(([name, tally]) => [name, { ...tally, reported: 0 }]),
        ),
      );
    };

    it('give the desk the figures that the file gives whoever counts it', compare);

    it('give it the same ones after folding, and a recount from the matters agrees', async () => {
      await foldAll(database(), brought.tenant.tenantId);
      await compare();
      const again = await recount(database(), brought.tenant.tenantId, source.timeZone);
      const sum = (measure: string) =>
        again.filter((one) => one.measure === measure).reduce((all, { total }) => all + total, 0);
      expect({
        reported: sum('reported'),
        closed: sum('closed'),
        limited: sum('limited'),
        onTime: sum('on_time'),
      }).toEqual(withoutOpen({ total: counted.total })['total']);
    });

    it('leave open with each agency what its rows leave open', async () => {
      const agencies = await rows(
        'select organisation_id, name from organisations where tenant_id = $1',
      );
      const most = agencies.filter(({ name }) => (counted.byAgency[`${name}`]?.open ?? 0) > 0);
      expect(most.length).toBeGreaterThan(0);
      for (const { organisation_id: organisationId, name } of most.slice(0, 10)) {
        const { backlog } = await ask('total', { organisationId });
        expect([name, backlog.open]).toEqual([name, counted.byAgency[`${name}`]?.open]);
      }
    });

    it('lie where the file says: zeros are no place, rounded ones are inexact', async () => {
      const found = await rows(
        'select exactness, count(*)::int as n, count(lng)::int as points from matters where tenant_id = $1 group by 1',
      );
      const places = Object.fromEntries(found.map((row) => [row['exactness'], row['n']]));
      expect({ exact: 0, inexact: 0, none: 0, ...places }).toEqual(counted.places);
      expect(found.find((row) => row['exactness'] === 'none')?.['points'] ?? 0).toBe(0);
    });

    it('were opened when the file says, in summer and in winter', async () => {
      const zone = source.zone === undefined ? source.timeZone : 'UTC';
      const found = await rows(`select external_key,
          to_char(reported_at at time zone '${zone}', 'YYYY-MM-DD HH24:MI:SS') as opened,
          extract(epoch from (reported_at at time zone '${source.timeZone}') - (reported_at at time zone 'UTC'))::int as shift
        from matters where tenant_id = $1`);
      const opened = Object.fromEntries(found.map((row) => [row['external_key'], row['opened']]));
      expect(opened).toEqual(counted.opened);
      const shifts = new Set(found.map((row) => row['shift']));
      expect(shifts.size).toBe(2);
    });

    it('change nothing when the same file comes again', async () => {
      const state = () =>
        rows(`select (select count(*)::int from matters where tenant_id = $1) as matters,
          (select sum(version)::int from matters where tenant_id = $1) as versions,
          (select count(*)::int from audit_events where tenant_id = $1) as events,
          (select count(*)::int from outbox where tenant_id = $1) as waiting,
          (select count(*)::int from figure_increments where tenant_id = $1) as increments,
          (select count(*)::int from commands where tenant_id = $1) as commands,
          (select count(*)::int from categories where tenant_id = $1) as categories,
          (select count(*)::int from organisations where tenant_id = $1) as organisations`);
      const before = await state();
      const again = await bring(installation, brought.tenant, source);
      expect(again.report).toMatchObject({
        created: 0,
        changed: 0,
        unchanged: brought.report.created,
        refused: brought.report.refused,
      });
      expect(await state()).toEqual(before);
    });

    it('have chains that the audit finds whole', async () => {
      const found = await verifyTenant(
        { ...installation, ...installation.services, aggregates },
        brought.tenant.tenantId,
      );
      // The area was planted beside the house, without events.
      expect(found.findings.filter(({ aggregateType }) => aggregateType !== 'area')).toEqual([]);
      expect(found.events).toBeGreaterThan(brought.report.created);
    });
  });
});

type Figures =
  Awaited<ReturnType<typeof figures>> extends infer O
    ? O extends { ok: true; value: { groups: readonly (infer G)[] } }
      ? G
      : never
    : never;

function tallyOf(set: Figures['figures'] | undefined, open: number): Tally {
  return {
    reported: set?.reported ?? 0,
    closed: set?.closed ?? 0,
    limited: set?.onTime.raw.denominator ?? 0,
    onTime: set?.onTime.raw.numerator ?? 0,
    open,
  };
}

type Flow = Omit<Tally, 'open'>;

/** What is open now is the backlog's to say; figures count what happened. */
function withoutOpen(tallies: Readonly<Record<string, Tally>>): Record<string, Flow> {
  return Object.fromEntries(
    Object.entries(tallies).map(([name, { open: _, ...flow }]) => [name, flow]),
  );
}

function byName(
  groups: readonly Figures[],
  nameOf: (group: Figures) => string,
): Record<string, Flow> {
  return withoutOpen(
    Object.fromEntries(groups.map((group) => [nameOf(group), tallyOf(group.figures, 0)])),
  );
}
