/** The wall: scenes in rotation while it is paired, its code while it is not. */
import { type ReactNode, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseLanguage } from '#ui/i18n/start.ts';
import { CategoriesScene } from './categories-scene.tsx';
import { EndedScene } from './ended-scene.tsx';
import { type Feed, type FeedState, openFeed, type Shown } from './feed.ts';
import { MapScene } from './map-scene.tsx';
import { MatrixScene } from './matrix-scene.tsx';
import { type Page, pagesOf } from './pages.ts';
import { savePicture } from './picture.ts';
import { useTall } from './use-tall.ts';
import { useTurning } from './use-turning.ts';
import { fillScreen, useWallKeys } from './use-wall-keys.ts';
import { useWords } from './use-words.ts';
import './wall.css';
import { WallFoot } from './wall-foot.tsx';
import { WallHead } from './wall-head.tsx';
import { type AskCode, WallPairing } from './wall-pairing.tsx';
import { WallTools } from './wall-tools.tsx';

interface WallProps {
  readonly askCode: AskCode;
}

export default function WallApp({ askCode }: WallProps): ReactNode {
  const [feed, setFeed] = useState<Feed>();
  useEffect(() => {
    const opened = openFeed();
    setFeed(opened);
    return () => opened.stop();
  }, []);
  return feed === undefined ? null : <Wall feed={feed} askCode={askCode} />;
}

function Wall({ feed, askCode }: WallProps & { readonly feed: Feed }): ReactNode {
  const { t } = useWords();
  const state = useSyncExternalStore(feed.watch, feed.state);
  if (state.unpaired) return <WallPairing askCode={askCode} />;
  if (state.shown === undefined) {
    return (
      <main className="wall-pairing" role="status">
        <h1>{t('web.wall.opening')}</h1>
      </main>
    );
  }
  return <Turning shown={state.shown} state={state} />;
}

interface TurningProps {
  readonly shown: Shown;
  readonly state: FeedState;
}

function Turning({ shown, state }: TurningProps): ReactNode {
  const { i18n } = useTranslation('matters');
  const tall = useTall();
  const pages = useMemo(() => pagesOf(shown.board, tall), [shown.board, tall]);
  const { at, held, go, hold } = useTurning(pages, shown.wall);
  const page = pages[at] ?? { scene: 'map', part: 0, parts: 1 };
  const keys = {
    next: () => go(1),
    back: () => go(-1),
    hold,
    fill: fillScreen,
    picture: () => {
      savePicture(`${page.scene}-${shown.board.asOf.slice(0, 16).replace(':', '')}`).catch(
        reportError,
      );
    },
    language: () => {
      chooseLanguage(i18n.language === 'en' ? 'zh' : 'en').catch(reportError);
    },
  };
  useWallKeys(keys);
  return (
    <>
      <main className="wall" data-fresh={state.fresh} data-scene={page.scene}>
        <WallHead shown={shown} page={page} fresh={state.fresh} />
        <div className="wall-scene">
          <SceneOf page={page} state={state} shown={shown} />
        </div>
        <WallFoot wall={shown.wall} page={page} held={held} />
      </main>
      <WallTools keys={keys} />
    </>
  );
}

function SceneOf({ page, shown, state }: TurningProps & { readonly page: Page }): ReactNode {
  const props = { board: shown.board, page };
  switch (page.scene) {
    case 'map':
      return <MapScene {...props} shapes={state.shapes} />;
    case 'matrix':
      return <MatrixScene {...props} />;
    case 'categories':
      return <CategoriesScene {...props} />;
    case 'ended':
      return <EndedScene {...props} />;
  }
}
