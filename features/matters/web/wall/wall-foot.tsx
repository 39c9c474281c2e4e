/** Where the turning stands, what is withheld and why, and the way to the records for who may see them. */
import type { ReactNode } from 'react';
import { Qr } from '#ui/qr/qr.tsx';
import { SCENES, type WallFrame } from '../../contract.ts';
import type { Page } from './pages.ts';
import { useWords } from './use-words.ts';

interface FootProps {
  readonly wall: WallFrame;
  readonly page: Page;
  readonly held: boolean;
}

export function WallFoot({ wall, page, held }: FootProps): ReactNode {
  const { t } = useWords();
  const records = `${window.location.origin}/desk/walls/${wall.wallId}`;
  return (
    <footer className="wall-foot">
      <ol className="wall-turning" aria-label={t('web.wall.turning')}>
        {SCENES.map((scene) => (
          <li key={scene} aria-current={scene === page.scene ? 'step' : undefined}>
            {t(`web.wall.short.${scene}`)}
          </li>
        ))}
      </ol>
      {held && <p className="wall-held">{t('web.wall.held')}</p>}
      <p className="wall-definition">{t('web.wall.definition')}</p>
      <p className="wall-records">{t('web.wall.records')}</p>
      <Qr text={records} label={t('web.wall.records')} />
    </footer>
  );
}
