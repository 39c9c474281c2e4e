/** One matter to dispatch: what it is at the left, whose it could be at the right. */
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { actOnMatter, type MatterSummary, suggestUnits } from '#features/matters/contract.ts';
import type { OrganisationId } from '#kernel/ids.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRead } from '#ui/client/use-read.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { useKeys } from '#ui/keyboard/use-keys.ts';
import { Moment } from '#ui/time/moment.tsx';
import { refreshMatter } from '../list/use-live-matters.ts';
import { StandingChip } from '../standing/standing-chip.tsx';

const UNITS_SHOWN = 3;

interface DispatchRowProps {
  readonly matter: MatterSummary;
  readonly current: boolean;
  readonly focus: () => void;
  readonly done: () => void;
}

export function DispatchRow({ matter, current, focus, done }: DispatchRowProps): ReactNode {
  const { t } = useTranslation('matters');
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  return (
    <li ref={row} className={current ? 'dispatch-row is-current' : 'dispatch-row'} onFocus={focus}>
      <div className="dispatch-what">
        <p className="dispatch-marks">
          <StandingChip matter={matter} />
          <span className="number">{matter.number}</span>
          {matter.dueAt !== null && (
            <span className="muted">
              {t('web.detail.by')} <Moment at={matter.dueAt} />
            </span>
          )}
        </p>
        <Link
          to="/matters/$matterId"
          params={{ matterId: matter.matterId }}
          search={{ state: 'filed,disputed' }}
        >
          {matter.title}
        </Link>
        <p className="muted">
          {matter.category?.name ?? t('web.list.noCategory')} · {matter.area.name}
        </p>
      </div>
      {matter.state === 'disputed' ? (
        <p className="dispatch-units">
          {t('web.dispatch.disputed', { name: matter.handler?.name ?? '' })}{' '}
          <Link
            to="/matters/$matterId"
            params={{ matterId: matter.matterId }}
            search={{ state: 'disputed' }}
            hash="next"
          >
            {t('web.dispatch.decide')}
          </Link>
        </p>
      ) : (
        <Units matter={matter} current={current} done={done} />
      )}
    </li>
  );
}

function Units({ matter, current, done }: Omit<DispatchRowProps, 'focus'>): ReactNode {
  const { t } = useTranslation('matters');
  const client = useQueryClient();
  const sentence = useRefusalSentence();
  const read = useRead(suggestUnits, { params: { matterId: matter.matterId } }, { fresh: 60_000 });
  const command = useCommand(actOnMatter);
  const units = (read.data?.units ?? []).slice(0, UNITS_SHOWN);
  const give = (organisationId: OrganisationId | undefined): void => {
    if (organisationId === undefined || command.isPending) return;
    command.mutate(
      {
        params: { matterId: matter.matterId },
        body: { version: matter.version, input: { action: 'dispatch', organisationId } },
      },
      {
        onSuccess: done,
        onSettled: () => {
          refreshMatter(client, matter.matterId).catch(reportError);
        },
      },
    );
  };
  const lawful = (at: number): OrganisationId | undefined =>
    units[at]?.lawful ? units[at].organisationId : undefined;
  useKeys(
    {
      a: () => give(lawful(0)),
      1: () => give(lawful(0)),
      2: () => give(lawful(1)),
      3: () => give(lawful(2)),
    },
    current,
  );
  return (
    <fieldset
      className="dispatch-units"
      aria-label={t('web.dispatch.units', { number: matter.number })}
    >
      {read.isPending && <span className="muted">{t('ui:list.loading')}</span>}
      {read.isSuccess && units.length === 0 && <span className="muted">{t('web.unit.none')}</span>}
      {units.map((unit, at) => (
        <Button
          key={unit.organisationId}
          type={at === 0 && current ? 'primary' : 'default'}
          disabled={!unit.lawful}
          loading={
            command.isPending && command.variables.body.input.action === 'dispatch' && at === 0
          }
          onClick={() => give(unit.organisationId)}
        >
          <span className="unit-name">{unit.name}</span>
          <span className="unit-note">
            {unit.lawful ? t(`web.unit.basis.${unit.basis}`) : t('web.unit.unlawful')} ·{' '}
            {t('web.unit.open', { count: unit.open })}
          </span>
        </Button>
      ))}
      {(command.error ?? read.error) !== null && (
        <span className="field-error" role="alert">
          {sentence(command.error ?? read.error)}
        </span>
      )}
    </fieldset>
  );
}
