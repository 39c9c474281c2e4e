/** Says on the map that a part of it is missing. */
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function TilesMissing({ retry }: { readonly retry: () => void }): ReactNode {
  const { t } = useTranslation('ui');
  return (
    <div className="map-tiles-missing" role="alert">
      {t('map.partial')}
      <Button size="small" onClick={retry}>
        {t('list.retry')}
      </Button>
    </div>
  );
}
