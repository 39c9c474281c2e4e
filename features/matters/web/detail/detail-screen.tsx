/** One matter beside its list: where it stands, what it is about, what comes next. */
import { CloseOutlined } from '@ant-design/icons';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#features/access/web/public.ts';
import { type Action, getMatter, type MatterDetail } from '#features/matters/contract.ts';
import type { MatterId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { noteUsed } from '#ui/desk/palette/last-used.ts';
import { useKeys } from '#ui/keyboard/use-keys.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { ActionPanel } from '../actions/action-panel.tsx';
import './detail-screen.css';
import { DetailHead } from './detail-head.tsx';
import { Orders } from './orders.tsx';
import { PhotoPair } from './photo-pair.tsx';
import { Place } from './place.tsx';
import { PresentOthers } from './present-others.tsx';
import { RelatedMatters } from './related-matters.tsx';
import { Reporter } from './reporter.tsx';
import { Steps } from './steps.tsx';
import { Timeline } from './timeline.tsx';
import { usePresence } from './use-presence.ts';

/** Menus and boxes of the kit that are open. */
const ABOVE =
  '.ant-dropdown:not(.ant-dropdown-hidden), .ant-popover:not(.ant-popover-hidden), :popover-open';

export default function DetailScreen(): ReactNode {
  const { t } = useTranslation('matters');
  const { matterId } = useParams({ strict: false });
  const me = useSession().person.personId;
  useEffect(() => {
    if (matterId !== undefined) noteUsed(me, `matter:${matterId}`);
  }, [me, matterId]);
  const navigate = useNavigate();
  useKeys({
    escape: () => {
      // What lies above it closes first.
      if (document.querySelector(ABOVE) !== null) return;
      navigate({ to: '/matters', search: true }).catch(reportError);
    },
  });
  const read = useRead(getMatter, { params: { matterId: String(matterId) as MatterId } });
  return (
    <aside className="detail" aria-label={t('web.detail.title')}>
      <Link to="/matters" search={true} className="detail-close" aria-label={t('web.detail.close')}>
        <CloseOutlined aria-hidden />
      </Link>
      <ReadState read={read} rows={12}>
        {(matter) => <Detail key={matter.matterId} matter={matter} />}
      </ReadState>
    </aside>
  );
}

function Detail({ matter }: { readonly matter: MatterDetail }): ReactNode {
  const [doing, setDoing] = useState<Action | null>(null);
  const others = usePresence(matter.matterId, doing);
  return (
    <>
      <div className="detail-body">
        <DetailHead matter={matter} />
        <Steps matter={matter} />
        <PhotoPair matter={matter} />
        <p className="detail-text">{matter.description}</p>
        <Place matter={matter} />
        <Orders matter={matter} />
        <Reporter matter={matter} />
        <RelatedMatters matter={matter} />
        <Timeline matter={matter} />
      </div>
      <PresentOthers others={others} />
      <ActionPanel matter={matter} tell={setDoing} />
    </>
  );
}
