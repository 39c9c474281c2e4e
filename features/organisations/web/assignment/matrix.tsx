/** Posts by places: who has what, how far it is; arrows walk, Enter or a dragged mark pins. */
import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Board } from './board.ts';

const STEPS: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

export function Matrix(board: Board): ReactNode {
  const { t } = useTranslation('organisations');
  const { told, shares, nameOf, pin } = board;
  const table = useRef<HTMLTableElement>(null);
  const [stands, setStands] = useState({ post: 0, place: 0 });
  const [dragged, setDragged] = useState<number>();
  const walk = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const post = within(stands.post + step[0], told.posts.length);
    const place = within(stands.place + step[1], told.places.length);
    setStands({ post, place });
    table.current?.querySelector<HTMLElement>(`[data-cell="${post} ${place}"]`)?.focus();
  };
  return (
    <div className="assignment-scroll">
      <p className="muted">{t('web.assignment.matrixHint')}</p>
      <table
        ref={table}
        className="assignment-matrix"
        aria-label={t('web.assignment.matrix')}
        onKeyDown={walk}
      >
        <thead>
          <tr>
            <th scope="col">{t('web.assignment.column.post')}</th>
            {told.places.map(({ siteId, name }) => (
              <th key={siteId} scope="col">
                <span>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {told.posts.map(({ postId }, post) => (
            <tr
              key={postId}
              onDragOver={(event) => event.preventDefault()}
              onDrop={() => {
                if (dragged !== undefined) pin(dragged, post);
                setDragged(undefined);
              }}
            >
              <th scope="row">
                {nameOf(post)} <span className="muted">{shares.load[post]}</span>
              </th>
              {told.places.map(({ siteId }, place) => (
                <MatrixCell
                  key={siteId}
                  {...{ board, post, place }}
                  isStop={stands.post === post && stands.place === place}
                  stand={() => setStands({ post, place })}
                  drag={() => setDragged(place)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const within = (at: number, count: number): number => Math.min(Math.max(at, 0), count - 1);

interface CellProps {
  readonly board: Board;
  readonly post: number;
  readonly place: number;
  /** Where the tabulator stops. */
  readonly isStop: boolean;
  readonly stand: () => void;
  readonly drag: () => void;
}

function MatrixCell({ board, post, place, isStop, stand, drag }: CellProps): ReactNode {
  const { t } = useTranslation('organisations');
  const { told, shares, metres, pins, nameOf, pin } = board;
  const had = told.places[place]?.postId === told.posts[post]?.postId;
  const has = shares.post[place] === post;
  const standing = standingOf(pins[place] === post, has);
  const label = t(`web.assignment.cell.${standing}`, {
    post: nameOf(post),
    place: told.places[place]?.name,
    metres: Math.round(metres[post]?.[place] ?? 0),
  });
  return (
    <td className={has ? 'assignment-has' : undefined}>
      <button
        type="button"
        data-cell={`${post} ${place}`}
        tabIndex={isStop ? 0 : -1}
        aria-label={label}
        aria-pressed={standing === 'pinned'}
        title={label}
        draggable={has}
        onDragStart={drag}
        onFocus={stand}
        onClick={() => pin(place, post)}
      >
        {standing === 'free' && had ? WAS : MARKS[standing]}
      </button>
    </td>
  );
}

type Standing = 'pinned' | 'has' | 'free';

const MARKS: Readonly<Record<Standing, string>> = { pinned: '◆', has: '●', free: '' };
/** Has it today, and would not by the plan. */
const WAS = '○';

function standingOf(pinned: boolean, has: boolean): Standing {
  if (pinned) return 'pinned';
  return has ? 'has' : 'free';
}
