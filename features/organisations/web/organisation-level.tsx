/** The organisations below one; each can open the level below itself. */
import { RightOutlined } from '@ant-design/icons';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { listOrganisations, type OrganisationSummary } from '../contract.ts';

interface LevelProps {
  readonly parentId: OrganisationId | undefined;
  readonly words?: string;
  readonly chosen: string | undefined;
  readonly choose: (organisationId: string) => void;
}

export function OrganisationLevel({ parentId, words, chosen, choose }: LevelProps): ReactNode {
  const { t } = useTranslation('organisations');
  const read = useRead(listOrganisations, {
    query: { ...(parentId !== undefined && { parentId }), ...(words !== undefined && { words }) },
  });
  return (
    <ReadState read={read} rows={3}>
      {({ organisations, next }) =>
        organisations.length === 0 ? (
          <Empty title={t('web.none')}>
            {t(words === undefined ? 'web.noneNext' : 'web.noneFits')}
          </Empty>
        ) : (
          <ul className="organisation-level">
            {organisations.map((organisation) => (
              <Branch
                key={organisation.organisationId}
                organisation={organisation}
                chosen={chosen}
                choose={choose}
              />
            ))}
            {next !== null && <li className="muted">{t('web.more')}</li>}
          </ul>
        )
      }
    </ReadState>
  );
}

interface BranchProps {
  readonly organisation: OrganisationSummary;
  readonly chosen: string | undefined;
  readonly choose: (organisationId: string) => void;
}

function Branch({ organisation, chosen, choose }: BranchProps): ReactNode {
  const { t } = useTranslation('organisations');
  const [open, setOpen] = useState(false);
  const { organisationId, name } = organisation;
  return (
    <li>
      <div
        className={chosen === organisationId ? 'organisation-line is-chosen' : 'organisation-line'}
      >
        {organisation.hasChildren ? (
          <button
            type="button"
            className="organisation-open"
            aria-expanded={open}
            aria-label={t('web.open', { name })}
            onClick={() => setOpen(!open)}
          >
            <RightOutlined aria-hidden rotate={open ? 90 : 0} />
          </button>
        ) : (
          <span className="organisation-open" />
        )}
        <button
          type="button"
          className="plain-button organisation-name"
          onClick={() => choose(organisationId)}
        >
          {name} <span className="muted">{t(`web.kind.${organisation.kind}`)}</span>
          {organisation.closedOn !== null && <span className="muted"> · {t('web.closed')}</span>}
        </button>
      </div>
      {open && <OrganisationLevel parentId={organisationId} chosen={chosen} choose={choose} />}
    </li>
  );
}
