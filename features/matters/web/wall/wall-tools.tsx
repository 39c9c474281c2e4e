/** What the keys do, as buttons for a mouse: they come when it moves or one of them has the focus. */
import { type ReactNode, useEffect, useState } from 'react';
import type { WallKeys } from './use-wall-keys.ts';
import { useWords } from './use-words.ts';

const SEEN = 4_000;
const TOOLS = ['back', 'hold', 'next', 'fill', 'picture', 'language'] as const;

export function WallTools({ keys }: { readonly keys: WallKeys }): ReactNode {
  const { t } = useWords();
  const moved = usePointer();
  return (
    <section className="wall-tools" data-seen={moved} aria-label={t('web.wall.tools')}>
      {TOOLS.map((tool) => (
        <button key={tool} type="button" onClick={keys[tool]}>
          {t(`web.wall.tool.${tool}`)} <kbd>{t(`web.wall.key.${tool}`)}</kbd>
        </button>
      ))}
    </section>
  );
}

function usePointer(): boolean {
  const [moved, setMoved] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const move = (): void => {
      setMoved(true);
      clearTimeout(timer);
      timer = setTimeout(() => setMoved(false), SEEN);
    };
    window.addEventListener('pointermove', move);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', move);
    };
  }, []);
  return moved;
}
