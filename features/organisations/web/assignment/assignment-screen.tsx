/** Who looks after which courtyard: a unit's posts and the places of its area, shared out and made so from a day. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isId, type OrganisationId } from '#kernel/ids.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { Field } from '#ui/forms/field.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { assignmentGround } from '../../contract.ts';
import { OrganisationSelect } from '../organisation-select.tsx';
import './assignment.css';
import { ShareTable } from './share-table.tsx';

export default function AssignmentScreen(): ReactNode {
  const { t } = useTranslation('organisations');
  const navigate = useNavigate();
  const address: Record<string, unknown> = useSearch({ strict: false });
  const unit = address['unit'];
  const organisationId = typeof unit === 'string' && isId(unit) ? unit : undefined;
  return (
    <div className="assignment">
      <ScreenHead title={t('web.assignment.title')} purpose={t('web.assignment.purpose')}>
        <Field label={t('web.assignment.unit')}>
          {(control) => (
            <OrganisationSelect
              control={control}
              value={organisationId}
              choose={(chosen) => {
                const search = chosen === undefined ? {} : { unit: chosen };
                navigate({ to: '.', search }).catch(reportError);
              }}
            />
          )}
        </Field>
      </ScreenHead>
      {organisationId === undefined ? (
        <Empty title={t('web.assignment.noUnit')}>{t('web.assignment.noUnitNext')}</Empty>
      ) : (
        <OfUnit key={organisationId} organisationId={organisationId as OrganisationId} />
      )}
    </div>
  );
}

function OfUnit({ organisationId }: { readonly organisationId: OrganisationId }): ReactNode {
  const { t } = useTranslation('organisations');
  const read = useRead(
    assignmentGround,
    { params: { organisationId } },
    { fresh: Number.POSITIVE_INFINITY },
  );
  return (
    <ReadState read={read}>
      {(ground) =>
        ground.posts.length === 0 || ground.places.length === 0 ? (
          <Empty title={t('web.assignment.nothing')}>{t('web.assignment.nothingNext')}</Empty>
        ) : (
          <ShareTable key={ground.rounds[0]?.assignmentId ?? 'first'} told={ground} />
        )
      }
    </ReadState>
  );
}
