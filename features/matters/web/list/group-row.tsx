/** The heading of a group with its counts, and the line that waits for its rows. */
import { DownOutlined, RightOutlined } from '@ant-design/icons';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Grouping } from '#features/matters/contract.ts';
import { Shape } from '#ui/status/shape.tsx';
import type { MatterGroup } from './list-lines.ts';

interface LineProps {
  readonly index: number;
  readonly offset: number;
  readonly current: boolean;
}

interface GroupRowProps extends LineProps {
  readonly group: MatterGroup;
  readonly open: boolean;
  readonly by: Grouping | undefined;
  readonly columns: number;
  readonly toggle: (key: string) => void;
}

export function GroupRow(props: GroupRowProps): ReactNode {
  const { t, i18n } = useTranslation('matters');
  const { group, open, by, index, offset, current, columns, toggle } = props;
  const shown = (count: number): string => count.toLocaleString(i18n.language);
  return (
    <tr
      className={current ? 'group-row is-current' : 'group-row'}
      style={{ transform: `translateY(${offset}px)` }}
      aria-rowindex={index + 2}
    >
      <th scope="rowgroup" colSpan={columns}>
        <button
          type="button"
          className="group-button"
          aria-expanded={open}
          onClick={() => toggle(group.key)}
        >
          {open ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
          <span className="group-name">{nameOf(group, by, t)}</span>
          <span className="muted">
            {t('web.group.count', { shown: shown(group.count), count: group.count })}
          </span>
          {group.late > 0 && (
            <span className="group-late">
              <Shape tone="late" />{' '}
              {t('web.group.late', { shown: shown(group.late), count: group.late })}
            </span>
          )}
        </button>
      </th>
    </tr>
  );
}

function nameOf(
  { key, name }: MatterGroup,
  by: Grouping | undefined,
  t: (key: string) => string,
): string {
  if (name !== '') return name;
  return key === '' ? t(`web.group.none.${by}`) : t(`web.${by}.${key}`);
}

export function WaitingRow({ index, offset }: LineProps): ReactNode {
  return (
    <tr
      className="group-row"
      style={{ transform: `translateY(${offset}px)` }}
      aria-rowindex={index + 2}
    >
      <td className="group-waits">
        <Skeleton.Input size="small" active={false} />
      </td>
    </tr>
  );
}
