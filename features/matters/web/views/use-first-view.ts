/** What the list begins with where the address says nothing: the view somebody chose, else what is still open. */
import { useEffect, useEffectEvent, useState } from 'react';
import type { FilterControl } from '../filter/use-filter.ts';
import { useViews } from './use-views.ts';

/**
 * @param named the address names a matter, whose list is whatever it says
 * @returns true until it is known what to begin with
 */
export function useFirstView({ filter, replace }: FilterControl, named: boolean): boolean {
  // Only once: taking the last condition away later shows everything.
  const [empty] = useState(Object.keys(filter).length === 0 && !named);
  const [begun, setBegun] = useState(!empty);
  const read = useViews(empty);
  const begin = useEffectEvent(() => {
    setBegun(true);
    // Who was quicker and asked for something meanwhile gets that.
    if (Object.keys(filter).length > 0) return;
    const first = read.data?.views.find(({ viewId }) => viewId === read.data.first);
    replace(first === undefined ? { open: 'true' } : { ...first.query, view: first.viewId });
  });
  const known = !read.isPending;
  useEffect(() => {
    if (!begun && known) begin();
  }, [begun, known]);
  return !begun;
}
