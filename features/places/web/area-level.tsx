/** Areas of one level; each opens the level below itself. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AreaId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { TreeLine } from '#ui/lists/tree-line.tsx';
import { type AreaSummary, listAreas } from '../contract.ts';

interface Choosing {
  readonly chosen: string | undefined;
  readonly choose: (areaId: string) => void;
}

interface AreaLevelProps extends Choosing {
  readonly areas: readonly AreaSummary[];
  /** True where the level below stands open from the start. */
  readonly open?: boolean;
}

export function AreaLevel({ areas, open = false, ...choosing }: AreaLevelProps): ReactNode {
  return (
    <ul className="tree-level">
      {areas.map((area) => (
        <AreaBranch key={area.areaId} area={area} startsOpen={open} {...choosing} />
      ))}
    </ul>
  );
}

interface AreaBranchProps extends Choosing {
  readonly area: AreaSummary;
  readonly startsOpen: boolean;
}

function AreaBranch({ area, startsOpen, chosen, choose }: AreaBranchProps): ReactNode {
  const { t } = useTranslation('places');
  const [open, setOpen] = useState(startsOpen);
  const { areaId, name, code, hasChildren } = area;
  const toggle = (): void => setOpen(!open);
  return (
    <li>
      <TreeLine
        chosen={chosen === areaId}
        choose={() => choose(areaId)}
        {...(hasChildren && { opening: { open, label: t('web.open', { name }), toggle } })}
      >
        {name}{' '}
        <span className="muted">
          {t(`web.level.${area.level ?? area.kind}`)}
          {code !== null && ` · ${code}`}
        </span>
      </TreeLine>
      {open && hasChildren && <Below parentId={areaId} chosen={chosen} choose={choose} />}
    </li>
  );
}

function Below({ parentId, ...choosing }: Choosing & { readonly parentId: AreaId }): ReactNode {
  const read = useRead(listAreas, { query: { parentId } });
  return (
    <ReadState read={read} rows={2}>
      {({ areas }) => <AreaLevel areas={areas} {...choosing} />}
    </ReadState>
  );
}
