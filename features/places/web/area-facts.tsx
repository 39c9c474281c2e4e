/** What an area is: its level, code, where it lies, since when, until when, and what it was called before. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import type { getArea } from '../contract.ts';
import { formerNames } from '../rules/former-names.ts';

interface AreaFactsProps {
  readonly area: Answer<typeof getArea>;
}

export function AreaFacts({ area }: AreaFactsProps): ReactNode {
  const { t } = useTranslation('places');
  const former = formerNames(area.versions);
  return (
    <dl className="facts">
      <dt>{t('web.fact.kind')}</dt>
      <dd>{t(`web.level.${area.level ?? area.kind}`)}</dd>
      <dt>{t('web.fact.code')}</dt>
      <dd>{area.code ?? t('web.fact.noCode')}</dd>
      {area.nameEn !== '' && (
        <>
          <dt>{t('web.add.nameEn')}</dt>
          <dd lang="en">{area.nameEn}</dd>
        </>
      )}
      <dt>{t('web.fact.above')}</dt>
      <dd>{area.above.map(({ name }) => name).join(' / ') || t('web.fact.top')}</dd>
      <dt>{t('web.fact.since')}</dt>
      <dd>{area.versions[0]?.from}</dd>
      {area.endedOn !== null && (
        <>
          <dt>{t('web.fact.ended')}</dt>
          <dd>{area.endedOn}</dd>
        </>
      )}
      {former.length > 0 && (
        <>
          <dt>{t('web.fact.former')}</dt>
          <dd>
            <ul className="area-former">
              {former.map(({ name, nameEn, from, to }) => (
                <li key={from}>
                  {name} {nameEn !== '' && <span lang="en">{nameEn}</span>}{' '}
                  <span className="muted">{t('web.formerPeriod', { from, to })}</span>
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
    </dl>
  );
}
