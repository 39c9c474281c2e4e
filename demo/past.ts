/**
 * A year of matters from before, as the records of an older system would bring
 * them: enough that the wall has numbers to show. Invented throughout; the same
 * every time.
 */
import { createHash } from 'node:crypto';
import { mattersImporter } from '#features/matters/server/public.ts';
import type { Context } from '#kernel/context.ts';
import type { Services } from '#platform/services.ts';
import { pointIn, random } from './invented-borders.ts';
import told from './matters.json' with { type: 'json' };
import type { Place } from './plant-areas.ts';

const COUNT = 4_500;
const BATCH = 500;
const DAYS = 350;
const DAY = 86_400_000;
const HOUR = 3_600_000;
const SEED = 20_221_126;
/** Of the newest many are still open. */
const OPEN_DAYS = 45;

interface Telling {
  readonly communities: readonly Place[];
  /** Name of the unit whose duty a category is. */
  unitOf(categoryCode: string): string;
  /** Milliseconds since 1970 up to which they happen. */
  readonly until: number;
}

type Row = Parameters<typeof mattersImporter.write>[2][number];

export async function tellPast(
  services: Services,
  context: Context,
  telling: Telling,
): Promise<void> {
  const next = random(SEED);
  const rows = Array.from({ length: COUNT }, (_, at) => rowOf(at, next, telling));
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await mattersImporter.write(services, context, batch, { dryRun: false, accepted: new Set() });
  }
}

function rowOf(at: number, next: () => number, telling: Telling): Row {
  const { communities, unitOf, until } = telling;
  // Some kinds and some places have much more than others.
  const subject = told.reports[Math.floor(next() ** 1.8 * told.reports.length)];
  const community = communities[Math.floor(next() * communities.length)];
  if (subject === undefined || community === undefined)
    throw new Error('the demonstration has no place');
  const care = careIn(community.code);
  const reported = until - (1 - at / COUNT) * DAYS * DAY - next() * 9 * HOUR;
  const [lng, lat] = pointIn(community.ring, next);
  const values = {
    ...NOTHING,
    key: `past-${at}`,
    title: subject.title,
    description: subject.description,
    placeText: subject.place,
    personal: false,
    category: subject.category,
    organisation: unitOf(subject.category),
    area: community.code,
    place: { lng, lat, exactness: 'exact' },
    ...courseOf(reported, next, care, until),
  };
  const digest = createHash('sha256').update(JSON.stringify(values)).digest('hex');
  return { number: at + 1, digest, values } as unknown as Row;
}

/** Streets with less care than this have open matters that are late. */
const LATE_BELOW = 0.72;

/** What a record may leave out. */
const NOTHING = {
  state: null,
  filedAt: null,
  dispatchedAt: null,
  answeredAt: null,
  closedAt: null,
  handleDueAt: null,
  categoryGroup: null,
  resolution: null,
  solved: null,
  satisfaction: null,
  reporterName: null,
  reporterPhone: null,
};

/** Between 0.6 and 1: some streets are better at it, the same every time. */
function careIn(communityCode: string): number {
  const street = Number(communityCode.slice(6, 9));
  return 0.6 + ((street * 37) % 41) / 100;
}

function courseOf(reported: number, next: () => number, care: number, until: number) {
  const iso = (instant: number): string => new Date(Math.floor(instant)).toISOString();
  const limit = (4 + next() * 26) * DAY;
  const inTime = next() < 0.6 + 0.38 * care;
  const took = inTime ? limit * (0.1 + 0.5 * next()) : limit * (1.1 + next() / 2);
  const answered = reported + took;
  const common = {
    reportedAt: iso(reported),
    filedAt: iso(Math.min(reported + HOUR, until)),
    handleDueAt: iso(reported + limit),
  };
  // Where care is taken nothing open is late; elsewhere some of it is.
  const careful = care >= LATE_BELOW;
  const mayBeOpen = reported + limit > until || (!careful && next() < 0.8);
  const stillOpen = reported > until - OPEN_DAYS * DAY && mayBeOpen && next() < 0.8;
  if (stillOpen || answered + 6 * HOUR > until) {
    const due = careful ? Math.max(limit, until - reported + DAY) : limit;
    return {
      ...common,
      handleDueAt: iso(reported + due),
      state: 'handling',
      dispatchedAt: iso(Math.min(reported + 2 * HOUR, until)),
    };
  }
  const asked = next() < 0.86;
  const solved = next() < 0.6 + 0.36 * care;
  return {
    ...common,
    state: 'evaluated',
    dispatchedAt: iso(reported + 2 * HOUR),
    answeredAt: iso(answered),
    closedAt: iso(answered + 5 * HOUR),
    ...(asked && { solved, satisfaction: solved && next() < 0.94 ? 5 : 2 }),
  };
}
