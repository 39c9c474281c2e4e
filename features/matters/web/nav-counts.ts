/** Counts beside the navigation: what waits for me, and what is late. */
import { todayMatters } from '#features/matters/contract.ts';
import { useRead } from '#ui/client/use-read.ts';

/** Where the search of the desk leads: `?q=` behind it. */
export const MATTERS_SEARCH_PATH = '/matters';

const A_MINUTE = 60_000;

/** By path of the screen. */
export function useNavCounts(enabled: boolean): Readonly<Record<string, number>> {
  const read = useRead(todayMatters, {}, { fresh: A_MINUTE, enabled });
  return read.data === undefined ? {} : { '/': read.data.counts.mine };
}
