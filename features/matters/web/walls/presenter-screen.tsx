/** Beside a wall with a device of one's own: turn it, hold it, and open the records behind its numbers. */
import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SCENES, type Scene, showWall, turnWall } from '#features/matters/contract.ts';
import type { Answer } from '#kernel/endpoint.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRead } from '#ui/client/use-read.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { useLiveMatters } from '../list/use-live-matters.ts';
import { RecordsOf } from './records-of.tsx';
import './walls-screen.css';

type Shown = Answer<typeof showWall>;

export default function PresenterScreen(): ReactNode {
  const { t } = useTranslation('matters');
  const { wallId = '' } = useParams({ strict: false });
  const read = useRead(showWall, { params: { wallId } });
  useLiveMatters();
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
  const [looked, setLooked] = useState<Scene>(wall.scene ?? 'map');
  const show = (scene: Scene, held: boolean): void => {
    setLooked(scene);
    turn.mutate(
      { params: { wallId: wall.wallId }, body: { scene, held } },
      {
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
        {wall.held && wall.scene !== null
          ? t('web.walls.held', { scene: t(`web.wall.scene.${wall.scene}`) })
          : t('web.walls.goes')}
      </p>
      <section aria-label={t('web.walls.control')}>
        <h2>{t('web.walls.control')}</h2>
        <fieldset className="walls-scenes" aria-label={t('web.walls.turn')}>
          {SCENES.map((scene) => (
            <Button
              key={scene}
              size="large"
              type={scene === looked ? 'primary' : 'default'}
              aria-pressed={scene === looked}
              onClick={() => show(scene, true)}
            >
              {t(`web.wall.short.${scene}`)}
            </Button>
          ))}
          <Button size="large" onClick={() => show(looked, false)}>
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
