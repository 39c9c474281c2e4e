/** The organisations below one; each can open the level below itself. */
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrganisationId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { TreeLine } from '#ui/lists/tree-line.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { listOrganisations, type OrganisationSummary } from '../contract.ts';

interface Choosing {
  readonly chosen: string | undefined;
  readonly choose: (organisationId: string) => void;
}

interface LevelProps extends Choosing {
  readonly parentId: OrganisationId | undefined;
  readonly words?: string;
}

export function OrganisationLevel({ parentId, words, chosen, choose }: LevelProps): ReactNode {
  const { t } = useTranslation('organisations');
  const query = {
    ...(parentId !== undefined && { parentId }),
    ...(words !== undefined && { words }),
  };
  // What was found before stays while more letters come.
  const read = useRead(listOrganisations, { query }, { keep: words !== undefined });
  return (
    <ReadState read={read} rows={3}>
      {({ organisations, next }) =>
        organisations.length === 0 ? (
          <Empty title={t('web.none')}>
            {t(words === undefined ? 'web.noneNext' : 'web.noneFits')}
          </Empty>
        ) : (
          <ul className="tree-level">
            {organisations.map((organisation) => (
              <Branch
                key={organisation.organisationId}
                organisation={organisation}
                // The top of the tree stands open: what is below is what one comes for.
                startsOpen={parentId === undefined && organisations.length === 1}
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

interface BranchProps extends Choosing {
  readonly organisation: OrganisationSummary;
  readonly startsOpen: boolean;
}

function Branch({ organisation, startsOpen, chosen, choose }: BranchProps): ReactNode {
  const { t } = useTranslation('organisations');
  const [open, setOpen] = useState(startsOpen);
  const { organisationId, name, hasChildren } = organisation;
  const toggle = (): void => setOpen(!open);
  return (
    <li>
      <TreeLine
        chosen={chosen === organisationId}
        choose={() => choose(organisationId)}
        {...(hasChildren && { opening: { open, label: t('web.open', { name }), toggle } })}
      >
        {name} <span className="muted">{t(`web.kind.${organisation.kind}`)}</span>
        {organisation.closedOn !== null && <span className="muted"> · {t('web.closed')}</span>}
      </TreeLine>
      {open && hasChildren && (
        <OrganisationLevel parentId={organisationId} chosen={chosen} choose={choose} />
      )}
    </li>
  );
}
