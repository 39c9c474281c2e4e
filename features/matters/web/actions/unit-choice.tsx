/** Units a matter may be given to, in the order of the dispatch rules; the first is the suggestion. */
import { Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type MatterDetail, suggestUnits } from '#features/matters/contract.ts';
import { useRead } from '#ui/client/use-read.ts';
import { ReadState } from '#ui/lists/read-state.tsx';

interface UnitChoiceProps {
  readonly matter: Pick<MatterDetail, 'matterId'>;
  readonly value: string | undefined;
  readonly choose: (organisationId: string) => void;
}

export function UnitChoice({ matter, value, choose }: UnitChoiceProps): ReactNode {
  const { t } = useTranslation('matters');
  const read = useRead(suggestUnits, { params: { matterId: matter.matterId } });
  return (
    <ReadState read={read} rows={3}>
      {({ units }) =>
        units.length === 0 ? (
          <p className="muted">{t('web.unit.none')}</p>
        ) : (
          <Radio.Group
            className="unit-choice"
            value={value}
            onChange={(event) => choose(event.target.value)}
          >
            {units.map((unit, index) => (
              <Radio
                key={unit.organisationId}
                value={unit.organisationId}
                disabled={!unit.lawful}
                autoFocus={index === 0}
              >
                <strong>{unit.name}</strong>{' '}
                <span className="muted">
                  {t(`web.unit.basis.${unit.basis}`)} · {t('web.unit.open', { count: unit.open })}
                  {index === 0 && unit.lawful && ` · ${t('web.unit.suggested')}`}
                  {!unit.lawful && ` · ${t('web.unit.unlawful')}`}
                </span>
              </Radio>
            ))}
          </Radio.Group>
        )
      }
    </ReadState>
  );
}
