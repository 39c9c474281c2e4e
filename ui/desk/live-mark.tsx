/** Says only when the screen no longer follows by itself. */
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveState } from '../live/use-live.ts';

const PATIENCE = 8_000;

export function LiveMark(): ReactNode {
  const { t } = useTranslation('ui');
  const broken = useLiveState() === 'broken';
  const [said, setSaid] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSaid(broken), broken ? PATIENCE : 0);
    return () => clearTimeout(timer);
  }, [broken]);
  return (
    <span role="status" className="desk-live">
      {said ? t('desk.notLive') : ''}
    </span>
  );
}
