/** The saved views and what can be done with them; every change is read back at once. */
import { useQueryClient } from '@tanstack/react-query';
import {
  changeView,
  chooseFirstView,
  listViews,
  removeView,
  saveView,
  VIEW_KEYS,
  type View,
  type ViewQuery,
} from '#features/matters/contract.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRead } from '#ui/client/use-read.ts';
import type { FilterQuery } from '../filter/filter-address.ts';

const FIVE_MINUTES = 300_000;

export function useViews(enabled = true) {
  return useRead(listViews, {}, { fresh: FIVE_MINUTES, enabled });
}

export function useViewCommands() {
  const client = useQueryClient();
  const refresh = (): void => {
    client.invalidateQueries({ queryKey: [listViews.id] }).catch(reportError);
  };
  const [save, change, remove, first] = [
    useCommand(saveView),
    useCommand(changeView),
    useCommand(removeView),
    useCommand(chooseFirstView),
  ];
  return { save, change, remove, first, refresh };
}

/** What a view keeps of an address: all but which view it is. */
export function viewQueryOf(filter: FilterQuery): ViewQuery {
  const kept = VIEW_KEYS.flatMap((key) => {
    const value = filter[key];
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(kept);
}

/** Whether the list is as the view has it. */
export function isAsKept(view: View, filter: FilterQuery): boolean {
  const now = viewQueryOf(filter);
  return VIEW_KEYS.every((key) => now[key] === view.query[key]);
}
