/** The tree itself: only the lines in sight are drawn, arrows move, letters find. */
import { RightOutlined } from '@ant-design/icons';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Line } from '../../rules/premises/tree.ts';
import type { Node, Tree } from './use-tree.ts';
import { useTreeKeys } from './use-tree-keys.ts';

const LINE = 36;

interface PremiseTreeProps {
  readonly tree: Tree;
  readonly chosen: string | undefined;
  readonly choose: (id: string) => void;
}

export function PremiseTree({ tree, chosen, choose }: PremiseTreeProps): ReactNode {
  const { t } = useTranslation('places');
  const { lines, toggle } = tree;
  const scroll = useRef<HTMLDivElement>(null);
  const [currentId, setCurrentId] = useState<string>();
  const found = lines.findIndex(({ branch }) => branch.id === (currentId ?? chosen));
  const current = Math.max(0, found);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => LINE,
    getItemKey: (at) => lines[at]?.branch.id ?? at,
    overscan: 10,
  });
  useEffect(() => {
    if (chosen !== undefined) setCurrentId(chosen);
  }, [chosen]);
  useEffect(() => {
    if (found >= 0) virtual.scrollToIndex(found, { align: 'auto' });
  }, [virtual, found]);
  const go = (at: number): void => setCurrentId(lines[at]?.branch.id);
  const press = useTreeKeys({ lines, current, go, choose, toggle });
  const currentLine = lines[current];
  return (
    <div
      ref={scroll}
      className="premises-tree"
      role="tree"
      tabIndex={0}
      aria-label={t('web.premises.tree')}
      aria-busy={tree.waiting}
      {...(currentLine && { 'aria-activedescendant': idOf(currentLine.branch.id) })}
      onKeyDown={press}
    >
      <div role="presentation" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          return (
            <TreeItem
              key={line.branch.id}
              line={line}
              offset={start}
              current={index === current}
              chosen={line.branch.id === chosen}
              choose={() => {
                go(index);
                choose(line.branch.id);
              }}
              toggle={() => {
                go(index);
                toggle(line.branch.id, !line.open);
              }}
            />
          );
        })}
      </div>
    </div>
  );
}

const idOf = (id: string): string => `premise-${id}`;

interface TreeItemProps {
  readonly line: Line<Node>;
  readonly offset: number;
  readonly current: boolean;
  readonly chosen: boolean;
  readonly choose: () => void;
  readonly toggle: () => void;
}

/** Keys are the tree's: a line is only pointed at and pressed. */
function TreeItem({ line, offset, current, chosen, choose, toggle }: TreeItemProps): ReactNode {
  const { t } = useTranslation('places');
  const { branch, level, open, place, of } = line;
  const state = [current && 'is-current', chosen && 'is-chosen'].filter(Boolean).join(' ');
  return (
    <div
      id={idOf(branch.id)}
      role="treeitem"
      tabIndex={-1}
      className={`premises-line ${state}`}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-selected={chosen}
      {...(branch.below > 0 && { 'aria-expanded': open })}
      style={{ transform: `translateY(${offset}px)`, paddingInlineStart: 6 + (level - 1) * 20 }}
      onClick={choose}
      onKeyDown={undefined}
    >
      <span
        className="premises-open"
        aria-hidden
        onClick={(event) => {
          if (branch.below === 0) return;
          event.stopPropagation();
          toggle();
        }}
      >
        {branch.below > 0 && <RightOutlined rotate={open ? 90 : 0} />}
      </span>
      <span className="premises-name">{branch.name}</span>
      {branch.kind === 'estate' && branch.where !== undefined && (
        <span className="premises-where muted">{branch.where}</span>
      )}
      <span className="premises-count muted">{countOf(t, branch)}</span>
    </div>
  );
}

function countOf(t: ReturnType<typeof useTranslation<'places'>>['t'], node: Node): string {
  if (node.kind === 'room')
    return node.premise.floor === null
      ? ''
      : t('web.premises.onFloor', { floor: node.premise.floor });
  if (node.kind !== 'estate') return t('web.premises.rooms', { count: node.premise.rooms });
  const { buildings, rooms } = node.estate;
  if (buildings === 0 && rooms === 0) return t('web.premises.empty');
  return t('web.premises.inEstate', { buildings, rooms });
}
