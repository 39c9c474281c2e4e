/** Grids redrawn by hand: borders that neighbours share, and a plan in the end like any other. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Alert } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type AreaId, isId } from '#kernel/ids.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { useOwnRefusal } from '#ui/client/use-own-refusal.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ScreenHead } from '#ui/desk/screen-head.tsx';
import { Field } from '#ui/forms/field.tsx';
import { ReadState } from '#ui/lists/read-state.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import { planningGround } from '../../contract.ts';
import { openByHand } from '../../rules/draft/by-hand.ts';
import { AreaChoice } from '../planning/area-choice.tsx';
import { type GroundAnswer, groundOf } from '../planning/ground-of.ts';
import '../planning/planning.css';
import { Bench } from './bench.tsx';
import './by-hand.css';

export default function DrawScreen(): ReactNode {
  const { t } = useTranslation('places');
  const navigate = useNavigate();
  const address: Record<string, unknown> = useSearch({ strict: false });
  const area = address['area'];
  const areaId = typeof area === 'string' && isId(area) ? (area as AreaId) : undefined;
  return (
    <div className="planning-table">
      <ScreenHead title={t('web.hand.title')} purpose={t('web.hand.purpose')}>
        <Field label={t('web.planning.area')}>
          {(control) => (
            <AreaChoice
              control={control}
              value={areaId}
              choose={(chosen) => {
                const search = chosen === undefined ? {} : { area: chosen };
                navigate({ to: '.', search }).catch(reportError);
              }}
            />
          )}
        </Field>
      </ScreenHead>
      {areaId === undefined ? (
        <Empty title={t('web.planning.noArea')}>{t('web.hand.noAreaNext')}</Empty>
      ) : (
        <BenchOf key={areaId} areaId={areaId} />
      )}
    </div>
  );
}

/** What is drawn on does not change under one's hands: it is read once. */
function BenchOf({ areaId }: { readonly areaId: AreaId }): ReactNode {
  const read = useRead(planningGround, { params: { areaId } }, { fresh: Number.POSITIVE_INFINITY });
  return <ReadState read={read}>{(told) => <Opened told={told} />}</ReadState>;
}

function Opened({ told }: { readonly told: GroundAnswer }): ReactNode {
  const { t } = useTranslation('places');
  const sentence = useOwnRefusal();
  const ground = useMemo(() => groundOf(told, undefined, true), [told]);
  const opened = useMemo(() => openByHand(ground), [ground]);
  if (told.grids.length === 0)
    return (
      <Empty title={t('web.hand.noGrids')}>
        <Link to="/planning/table" search={{ area: told.areaId }}>
          {t('web.hand.noGridsNext')}
        </Link>
      </Empty>
    );
  if (!opened.ok)
    return <Alert type="error" showIcon title={sentence(withNames(opened.refusal, told))} />;
  return <Bench told={told} ground={ground} start={opened.value} />;
}

/** The rule knows grids by their numbers, people by their names. */
function withNames({ detail, ...refusal }: Refusal, { grids }: GroundAnswer): Refusal {
  const named = Object.entries(detail ?? {}).map(([key, number]) => [
    key,
    typeof number === 'number' ? (grids[number]?.name ?? '') : number,
  ]);
  return { ...refusal, detail: Object.fromEntries(named) };
}
