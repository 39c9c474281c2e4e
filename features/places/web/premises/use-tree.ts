/** The tree as far as it is open: what is below a line is read when it opens. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { AreaId, PremiseId, SiteId } from '#kernel/ids.ts';
import { call } from '#ui/client/call.ts';
import { readKey } from '#ui/client/use-read.ts';
import { type Estate, listEstates, listPremises, type Premise } from '../../contract.ts';
import { sortKeyOf } from '../../rules/premises/names.ts';
import { type Branch, type Line, linesOf } from '../../rules/premises/tree.ts';

interface Own extends Branch {
  readonly siteId: SiteId;
  /** Names above, from the estate down. */
  readonly above: readonly string[];
}

/** An estate, or what stands on it. */
export type Node = Own &
  (
    | {
        readonly kind: 'estate';
        readonly estate: Estate;
        /** Its area, where estates of several are in the tree: their names may be the same. */
        readonly where: string | undefined;
      }
    | { readonly kind: Premise['kind']; readonly premise: Premise }
  );

export interface Tree {
  readonly lines: readonly Line<Node>[];
  readonly waiting: boolean;
  /** Whether the reader may change what stands here. */
  readonly keeps: boolean;
  readonly find: (id: string) => Node | undefined;
  readonly toggle: (id: string, open: boolean) => void;
  /** Opens what leads to the last of these, reading as it goes. */
  readonly reveal: (path: readonly string[]) => Promise<void>;
  /** Reads anew what has changed below one, and the numbers above it. */
  readonly renew: (siteId: SiteId) => void;
}

export function useTree(areaId: AreaId): Tree {
  const client = useQueryClient();
  const [roots, setRoots] = useState<readonly Node[]>();
  const [keeps, setKeeps] = useState(false);
  const [below, setBelow] = useState<ReadonlyMap<string, readonly Node[]>>(new Map());
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());

  const readRoots = useCallback(async (): Promise<void> => {
    const all: Estate[] = [];
    let after: SiteId | null | undefined;
    do {
      const request = { params: { areaId }, query: after ? { after } : {} };
      const page = await client.fetchQuery({
        queryKey: readKey(listEstates, request),
        queryFn: ({ signal }) => call(listEstates, request, { signal }),
        staleTime: 0,
      });
      all.push(...page.estates);
      after = page.next;
      setKeeps(page.keeps);
    } while (after !== null);
    const oneArea = new Set(all.map(({ areaId: own }) => own)).size < 2;
    setRoots(all.toSorted(byName).map((estate) => estateNode(estate, oneArea)));
  }, [client, areaId]);

  const readBelow = useCallback(
    async (node: Node): Promise<readonly Node[]> => {
      const all: Premise[] = [];
      let after: PremiseId | null | undefined;
      do {
        const query = {
          ...(node.kind !== 'estate' && { aboveId: node.premise.premiseId }),
          ...(after && { after }),
        };
        const request = { params: { siteId: node.siteId }, query };
        const page = await client.fetchQuery({
          queryKey: readKey(listPremises, request),
          queryFn: ({ signal }) => call(listPremises, request, { signal }),
          staleTime: 0,
        });
        all.push(...page.premises);
        after = page.next;
      } while (after !== null);
      const nodes = all.map((premise) => premiseNode(premise, node));
      setBelow((before) => new Map(before).set(node.id, nodes));
      return nodes;
    },
    [client],
  );

  useEffect(() => {
    readRoots().catch(reportError);
  }, [readRoots]);

  const known = useMemo(() => {
    const nodes = new Map((roots ?? []).map((node) => [node.id, node]));
    for (const own of below.values()) for (const node of own) nodes.set(node.id, node);
    return nodes;
  }, [roots, below]);

  const toggle = useCallback(
    (id: string, isOpen: boolean): void => {
      setOpen((before) => {
        const after = new Set(before);
        if (isOpen) after.add(id);
        else after.delete(id);
        return after;
      });
      const node = known.get(id);
      if (isOpen && node !== undefined && !below.has(id)) readBelow(node).catch(reportError);
    },
    [known, below, readBelow],
  );

  const reveal = useCallback(
    async (path: readonly string[]): Promise<void> => {
      let level: readonly Node[] = roots ?? [];
      for (const id of path.slice(0, -1)) {
        const node = level.find((one) => one.id === id);
        if (node === undefined) return;
        level = await readBelow(node);
        setOpen((before) => new Set(before).add(id));
      }
    },
    [roots, readBelow],
  );

  const renew = useCallback(
    (siteId: SiteId): void => {
      const read = [...below.keys()].flatMap((id) => known.get(id) ?? []);
      const own = read.filter((node) => node.siteId === siteId);
      Promise.all([readRoots(), ...own.map(readBelow)]).catch(reportError);
    },
    [below, known, readRoots, readBelow],
  );

  const lines = useMemo(() => linesOf(roots ?? [], below, open), [roots, below, open]);
  const find = useCallback((id: string) => known.get(id), [known]);
  return { lines, waiting: roots === undefined, keeps, find, toggle, reveal, renew };
}

/** Estates with buildings on record first, then by name and number, those of the same name by their areas. */
function byName(one: Estate, other: Estate): number {
  if (one.below > 0 !== other.below > 0) return one.below > 0 ? -1 : 1;
  const [key, otherKey] = [sortKeyOf(one.name), sortKeyOf(other.name)];
  if (key !== otherKey) return key < otherKey ? -1 : 1;
  return one.areaName < other.areaName ? -1 : 1;
}

function estateNode(estate: Estate, oneArea: boolean): Node {
  const { siteId, name, below, areaName } = estate;
  const where = oneArea ? undefined : areaName;
  return { id: siteId, siteId, name, below, above: [], kind: 'estate', estate, where };
}

function premiseNode(premise: Premise, parent: Node): Node {
  const { premiseId, name, below, kind } = premise;
  const above = [...parent.above, parent.name];
  return { id: premiseId, siteId: parent.siteId, name, below, above, kind, premise };
}
