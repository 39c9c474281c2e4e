/** What the palette shows for what is typed: commands of this page, things of the server, else what was used last. */
import { useTranslation } from 'react-i18next';
import { findAnything, recallThings, type SearchHit } from '#kernel/search.ts';
import { useRead } from '../../client/use-read.ts';
import { useSettled } from '../../client/use-settled.ts';
import type { Tone } from '../../status/tone.ts';
import { type Command, commandsFor } from './commands.ts';
import { lastUsed } from './last-used.ts';

/** How long the hand rests before the server is asked, milliseconds. */
const REST = 150;
const A_MINUTE = 60_000;
const GOES = 7;

/** Where a kind of thing leads. */
export interface Target {
  /** What the things are called. */
  readonly label: string;
  readonly open: (hit: SearchHit) => void;
}

export interface Item {
  readonly key: string;
  readonly title: string;
  readonly note: string;
  readonly tone: Tone | null;
  /** What it is kept as among the last used; nothing where it is not kept. */
  readonly ref?: string;
  readonly run: () => void;
}

export interface Group {
  readonly key: string;
  /** Nothing where the items need no heading. */
  readonly label: string;
  readonly items: readonly Item[];
}

export interface Offered {
  readonly who: string;
  readonly commands: readonly Command[];
  readonly targets: Readonly<Record<string, Target>>;
  /** The list of all that has the words; absent for whom there is none. */
  readonly search: ((words: string) => void) | undefined;
}

export interface Groups {
  readonly groups: readonly Group[];
  /** The server is still asked for what is typed. */
  readonly waiting: boolean;
  readonly error: unknown;
}

export function useGroups(offered: Offered, open: boolean, typed: string): Groups {
  const { t } = useTranslation('ui');
  const words = typed.trim();
  const settled = useSettled(words, REST);
  const asks = open && settled !== '';
  const read = useRead(findAnything, { query: { q: settled } }, { enabled: asks, keep: true });
  const used = useUsed(offered, open && words === '');
  if (words === '')
    return { groups: [...used, goTo(offered, t('palette.go'))], waiting: false, error: null };
  const commands = commandsFor(offered.commands, words);
  const searches = offered.search === undefined ? [] : [searchGroup(offered.search, words, t)];
  const own = { key: 'commands', label: t('palette.commands'), items: commands.map(itemOfCommand) };
  // Whoever types the whole name of a screen means the screen.
  const isNamed = commands.some(({ label }) => label === words);
  const groups: readonly Group[] = [
    ...(isNamed ? [own, ...searches] : [...searches, own]),
    ...(read.data?.groups ?? []).flatMap(({ kind, hits }) => groupOfHits(offered, kind, hits)),
  ];
  return {
    groups: groups.filter(({ items }) => items.length > 0),
    waiting: words !== settled || read.isFetching,
    error: read.error,
  };
}

function useUsed(offered: Offered, asked: boolean): readonly Group[] {
  const { t } = useTranslation('ui');
  const refs = asked ? lastUsed(offered.who) : [];
  const things = refs.filter((ref) => (ref.split(':')[0] ?? '') in offered.targets);
  const read = useRead(
    recallThings,
    { query: { refs: things.join(',') } },
    { enabled: things.length > 0, fresh: A_MINUTE, keep: true },
  );
  const known = new Map((read.data?.hits ?? []).map((hit) => [`${hit.kind}:${hit.id}`, hit]));
  const items = refs.flatMap((ref) => {
    const hit = known.get(ref);
    const command = offered.commands.find((one) => one.ref === ref);
    if (command !== undefined) return [itemOfCommand(command)];
    return hit === undefined ? [] : itemOfHit(offered, hit);
  });
  return items.length === 0 ? [] : [{ key: 'used', label: t('palette.used'), items }];
}

function goTo({ commands }: Offered, label: string): Group {
  const screens = commands.filter(({ ref }) => ref.startsWith('screen:')).slice(0, GOES);
  return { key: 'go', label, items: screens.map(itemOfCommand) };
}

function searchGroup(
  search: (words: string) => void,
  words: string,
  t: (key: string, values: Readonly<Record<string, string>>) => string,
): Group {
  const title = t('palette.search', { words });
  const run = (): void => search(words);
  return { key: 'search', label: '', items: [{ key: 'search', title, note: '', tone: null, run }] };
}

function itemOfCommand({ ref, label, run }: Command): Item {
  return { key: ref, title: label, note: '', tone: null, ref, run };
}

function groupOfHits(offered: Offered, kind: string, hits: readonly SearchHit[]): readonly Group[] {
  const target = offered.targets[kind];
  if (target === undefined) return [];
  const items = hits.flatMap((hit) => itemOfHit(offered, hit));
  return [{ key: kind, label: target.label, items }];
}

function itemOfHit({ targets }: Offered, hit: SearchHit): readonly Item[] {
  const target = targets[hit.kind];
  if (target === undefined) return [];
  const ref = `${hit.kind}:${hit.id}`;
  const { title, note, tone } = hit;
  return [{ key: ref, title, note, tone, ref, run: () => target.open(hit) }];
}
