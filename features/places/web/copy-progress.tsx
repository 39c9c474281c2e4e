/** How far the copying of a division is; looks again until it is done. */
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { useRefresh } from '#ui/client/use-refresh.ts';
import { useMoment } from '#ui/time/use-moment.ts';
import { listAreas, listCopies } from '../contract.ts';

const LOOKS_AGAIN = 1_000;
/** Milliseconds for which it is said that it is done. */
const LATELY = 3_600_000;

export function CopyProgress(): ReactNode {
  const { t } = useTranslation('places');
  const read = useRead(listCopies, {});
  const refresh = useRefresh();
  const latest = read.data?.copies[0];
  const running = latest !== undefined && latest.endedAt === null;
  const look = useEffectEvent(() => refresh([listCopies, listAreas]));
  useEffect(() => {
    if (!running) return undefined;
    const timer = setInterval(look, LOOKS_AGAIN);
    return () => {
      clearInterval(timer);
      // The last areas came between the last look and the end.
      look();
    };
  }, [running]);
  const { now } = useMoment();
  if (latest === undefined) return null;
  if (latest.endedAt !== null && now - Date.parse(latest.endedAt) > LATELY) return null;
  const { name, done, total } = latest;
  return (
    <div className="copy-progress" role="status">
      <p>
        {running
          ? t('web.progress.running', { name, done, total })
          : t('web.progress.done', { name, total })}
      </p>
      {running && (
        <progress max={total} value={done} aria-label={t('web.progress.label', { name })} />
      )}
    </div>
  );
}
