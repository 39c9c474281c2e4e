/** What is chosen in a list, beside it; on a phone in its place, with a way back. Keyed by what is chosen. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './pair-screen.css';

interface PairDetailProps {
  readonly label: string;
  readonly leave: () => void;
  readonly children: ReactNode;
}

export function PairDetail({ label, leave, children }: PairDetailProps): ReactNode {
  const { t } = useTranslation('ui');
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    // Where the list has made room for it, it begins at its top.
    place.current?.closest('main')?.scrollTo({ top: 0 });
  }, []);
  return (
    <aside ref={place} className="pair-detail" aria-label={label}>
      <button type="button" className="plain-button pair-leave" onClick={leave}>
        {t('list.back')}
      </button>
      {children}
    </aside>
  );
}
