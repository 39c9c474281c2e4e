/** What is shown, of where, and of when; loudly where it may no longer be so. */
import type { ReactNode } from 'react';
import type { Shown } from './feed.ts';
import type { Page } from './pages.ts';
import { useWords } from './use-words.ts';

interface HeadProps {
  readonly shown: Shown;
  readonly page: Page;
  readonly fresh: boolean;
}

export function WallHead({ shown: { wall, board }, page, fresh }: HeadProps): ReactNode {
  const { t, name, moment, month } = useWords();
  const when = moment(board.asOf, wall.timeZone);
  const period = { from: month(board.year.from), to: month(board.year.to) };
  return (
    <>
      <header className="wall-head">
        <h1>
          {t(`web.wall.scene.${page.scene}`)}
          {page.parts > 1 && (
            <span className="wall-part">
              {t('web.wall.part', { part: page.part + 1, parts: page.parts })}
            </span>
          )}
        </h1>
        <p className="wall-place">
          <strong>{name(wall.area)}</strong>
          <span>{t('web.wall.period', period)}</span>
        </p>
        <p className="wall-when">
          {wall.demonstration && <span className="wall-demo">{t('web.wall.demonstration')}</span>}
          <span>{t('web.wall.asOf')}</span> <time dateTime={board.asOf}>{when}</time>
        </p>
      </header>
      <div role="status">
        {!fresh && (
          <p className="wall-stale">
            <strong>{t('web.wall.stale.title', { when })}</strong>
            <span>{t('web.wall.stale.text')}</span>
          </p>
        )}
      </div>
    </>
  );
}
