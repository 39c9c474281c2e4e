/** The sharing itself: wishes, what comes of them, matrix and list, and making it so. */
import { Alert, InputNumber, Slider, Tabs } from 'antd';
import { lazy, type ReactNode, Suspense, useCallback, useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnRefusal } from '#ui/client/use-own-refusal.ts';
import { StatusChip } from '#ui/status/status-chip.tsx';
import type { ShareGround, ShareWishes } from '../../rules/assignment/share-out.ts';
import type { Board, GroundAnswer } from './board.ts';
import { Matrix } from './matrix.tsx';
import { PlaceList } from './place-list.tsx';
import { PostList } from './post-list.tsx';
import { SaveForm } from './save-form.tsx';
import { useShares } from './use-shares.ts';

const ShareMap = lazy(async () => import('./share-map.tsx'));

/** Metres: nobody changes hands for less, once somebody has a place. */
const USUAL_CHANGE = 500;

export function ShareTable({ told }: { readonly told: GroundAnswer }): ReactNode {
  const { t } = useTranslation('organisations');
  const sentence = useOwnRefusal();
  const ground = useMemo(() => groundOf(told), [told]);
  const [wishes, setWishes] = useState<ShareWishes>(() => ({
    slack: 0,
    change: told.rounds.length > 0 ? USUAL_CHANGE : 0,
    fairness: 0,
  }));
  const [pins, setPins] = useState<readonly number[]>(() =>
    told.places.map(({ pinned }, at) => (pinned ? (ground.today[at] ?? -1) : -1)),
  );
  const { shares, metres, homes, refusal, isWorking } = useShares(ground, wishes, pins);
  const nameOf = useCallback(
    (post: number): string => {
      const own = told.posts[post];
      return own === undefined ? '' : [...own.holders, own.title].slice(0, 1).join('');
    },
    [told],
  );
  const pin = useCallback((place: number, post: number): void => {
    setPins((before) => before.with(place, before[place] === post ? -1 : post));
  }, []);
  const board = useMemo(
    () =>
      shares === undefined || metres === undefined || homes === undefined
        ? undefined
        : { told, shares, metres, homes, pins, nameOf, pin },
    [told, shares, metres, homes, pins, nameOf, pin],
  );
  return (
    <div className="assignment-work">
      <aside className="assignment-side" aria-label={t('web.assignment.wishes')}>
        <Wish
          name="slack"
          value={wishes.slack}
          range={[0, 10, 1]}
          set={(slack) => setWishes({ ...wishes, slack })}
        />
        <Wish
          name="fairness"
          value={wishes.fairness}
          range={[0, 2000, 50]}
          set={(fairness) => setWishes({ ...wishes, fairness })}
        />
        <Wish
          name="change"
          value={wishes.change}
          range={[0, 5000, 100]}
          set={(change) => setWishes({ ...wishes, change })}
        />
        <p role="status">{t(isWorking ? 'web.assignment.working' : 'web.assignment.ready')}</p>
      </aside>
      <div className="assignment-main">
        {refusal !== undefined && <Alert type="error" showIcon title={sentence(refusal)} />}
        {board !== undefined && (
          <>
            <Outcome board={board} hadBefore={told.rounds.length > 0} />
            <Tabs
              items={[
                {
                  key: 'matrix',
                  label: t('web.assignment.matrix'),
                  children: <Matrix {...board} />,
                },
                {
                  key: 'map',
                  label: t('web.assignment.map'),
                  children: (
                    <Suspense fallback={null}>
                      <ShareMap {...board} />
                    </Suspense>
                  ),
                },
                {
                  key: 'places',
                  label: t('web.assignment.places'),
                  children: <PlaceList {...board} />,
                },
                {
                  key: 'posts',
                  label: t('web.assignment.posts'),
                  children: <PostList {...board} />,
                },
              ]}
            />
            <SaveForm board={board} wishes={wishes} isWorking={isWorking} />
          </>
        )}
      </div>
    </div>
  );
}

function groundOf({ posts, places }: GroundAnswer): ShareGround {
  const number = new Map(posts.map(({ postId }, at) => [postId as string, at]));
  return {
    places: places.map(({ lng, lat }) => [lng, lat]),
    posts: posts.map(() => null),
    today: places.map(({ postId }) => number.get(postId ?? '') ?? -1),
  };
}

/** What comes of it in words: the proof, the loads, the ways, who changes, what nobody can take. */
function Outcome({
  board: { told, shares, nameOf },
  hadBefore,
}: {
  readonly board: Board;
  readonly hadBefore: boolean;
}): ReactNode {
  const { t } = useTranslation('organisations');
  const { load, total, changed, unserved, below, proven } = shares;
  const served = told.places.length - unserved.length;
  return (
    <section className="assignment-outcome" aria-label={t('web.assignment.outcome')}>
      <p>
        {t('web.assignment.served', {
          served,
          places: told.places.length,
          posts: told.posts.length,
          fewest: Math.min(...load),
          most: Math.max(...load),
        })}
      </p>
      <p>{t('web.assignment.mean', { metres: served > 0 ? Math.round(total / served) : 0 })}</p>
      {hadBefore && <p>{t('web.assignment.changed', { count: changed })}</p>}
      <StatusChip tone={proven ? 'ended' : 'soon'}>
        {t(proven ? 'web.assignment.proven' : 'web.assignment.unproven')}
      </StatusChip>
      {below.length > 0 && (
        <p>
          {t('web.assignment.below', { posts: below.map(nameOf).join(t('web.assignment.join')) })}
        </p>
      )}
      {unserved.length > 0 && (
        <ul>
          {unserved.map(({ place, why, full }) => (
            <li key={place}>
              {t(`web.assignment.unserved.${why}`, {
                place: told.places[place]?.name,
                full: full.map(nameOf).join(t('web.assignment.join')),
              })}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

interface WishProps {
  readonly name: keyof ShareWishes;
  readonly value: number;
  readonly range: readonly [least: number, most: number, step: number];
  readonly set: (value: number) => void;
}

function Wish({ name, value, range, set }: WishProps): ReactNode {
  const { t } = useTranslation('organisations');
  const id = useId();
  const [min, max, step] = range;
  return (
    <fieldset className="assignment-wish">
      <legend id={id}>{t(`web.assignment.wish.${name}`)}</legend>
      <Slider
        ariaLabelledByForHandle={id}
        {...{ min, max, step, value }}
        tooltip={{ open: false }}
        onChange={set}
      />
      <InputNumber
        aria-labelledby={id}
        min={min}
        max={max * 100}
        precision={0}
        value={value}
        onChange={(typed) => set(typed ?? value)}
      />
      <p className="field-hint">{t(`web.assignment.wishHint.${name}`)}</p>
    </fieldset>
  );
}
