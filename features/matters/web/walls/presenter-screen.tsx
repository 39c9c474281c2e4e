/** Beside a wall with a device of one's own: turn it, hold it, and open the records behind its numbers. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SCENES, type Scene, showWall, turnWall } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { readKey, useRead } from '#ui/client/use-read.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { useLive } from '#ui/live/use-live.ts';
import { useLiveMatters } from '../list/use-live-matters.ts';
import { RecordsOf } from './records-of.tsx';
import './walls-screen.css';

type Shown = Answer<typeof showWall>;

const TURNED = ['wall.turned', 'wall.revoked'];

export default function PresenterScreen(): ReactNode {
  const { t } = useTranslation('matters');
  const { wallId = '' } = useParams({ strict: false });
  const read = useRead(showWall, { params: { wallId } });
  const client = useQueryClient();
  useLiveMatters();
  // Another presenter turned it, or it was ended.
  useLive(TURNED, ({ data }) => {
    if (data['wallId'] !== wallId) return;
    client.invalidateQueries({ queryKey: [showWall.id] }).catch(reportError);
  });
  return (
    <div className="walls">
      <p>
        <Link to="/walls">{t('web.walls.back')}</Link>
      </p>
      <ReadState read={read} rows={6}>
        {(shown) => <Presenting shown={shown} />}
      </ReadState>
    </div>
  );
}

function Presenting({ shown }: { readonly shown: Shown }): ReactNode {
  const { t } = useTranslation('matters');
  const { wall, board } = shown;
  const client = useQueryClient();
  const sentence = useRefusalSentence();
  const turn = useCommand(turnWall);
  // While the wall turns by itself nobody here knows its page: then none is pressed.
  const standing = turn.isPending ? turn.variables.body : wall;
  const held = standing.held ? standing.scene : null;
  const [looked, setLooked] = useState<Scene>(wall.scene ?? 'map');
  if (held !== null && held !== looked) setLooked(held);
  const show = (scene: Scene, hold: boolean): void => {
    setLooked(scene);
    turn.mutate(
      { params: { wallId: wall.wallId }, body: { scene, held: hold } },
      {
        onSuccess: () => {
          client.setQueryData<Shown>(readKey(showWall, { params: { wallId: wall.wallId } }), {
            board,
            wall: { ...wall, scene, held: hold },
          });
        },
        onSettled: () => {
          client.invalidateQueries({ queryKey: [showWall.id] }).catch(reportError);
        },
      },
    );
  };
  return (
    <>
      <h1>{wall.name}</h1>
      <p className="muted" role="status">
        {held === null
          ? t('web.walls.goes')
          : t('web.walls.held', { scene: t(`web.wall.scene.${held}`) })}
      </p>
      <section aria-label={t('web.walls.control')}>
        <h2>{t('web.walls.control')}</h2>
        <fieldset className="walls-scenes" aria-label={t('web.walls.turn')}>
          {SCENES.map((scene) => (
            <Button
              key={scene}
              size="large"
              type={scene === held ? 'primary' : 'default'}
              aria-pressed={scene === held}
              onClick={() => show(scene, true)}
            >
              {t(`web.wall.short.${scene}`)}
            </Button>
          ))}
          <Button
            size="large"
            type={held === null ? 'primary' : 'default'}
            aria-pressed={held === null}
            onClick={() => held !== null && show(looked, false)}
          >
            {t('web.walls.goOn')}
          </Button>
        </fieldset>
        {turn.error !== null && (
          <p className="form-says" role="alert">
            {sentence(turn.error)}
          </p>
        )}
      </section>
      <RecordsOf scene={looked} board={board} />
    </>
  );
}
