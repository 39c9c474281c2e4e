/** One category: all its limits with the rule each comes from, and whose duty it is. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { STAGES } from '#features/matters/rules/stages.ts';
import { type FormAction, FormActions } from '#ui/forms/form-actions.tsx';
import { PairDetail } from '#ui/lists/pair-detail.tsx';
import { Empty } from '#ui/lists/waiting.tsx';
import type { CategoryChoice } from '../lookup/use-categories.ts';
import { CommunityForm, DutyForm, EndDutyForm, LimitForm } from './category-forms.tsx';
import { type Kept, useLimitWords } from './limit-words.ts';

interface CategoryDetailProps {
  readonly choice: CategoryChoice | undefined;
  readonly kept: Kept | undefined;
  readonly changes: boolean;
  readonly leave: () => void;
}

export function CategoryDetail({ choice, kept, changes, leave }: CategoryDetailProps): ReactNode {
  const { t } = useTranslation('matters');
  if (choice === undefined || kept === undefined) {
    return <Empty title={t('web.catalogue.unknown')} />;
  }
  const { category, label } = choice;
  return (
    <PairDetail label={t('web.catalogue.detail')} leave={leave}>
      <div>
        <h2>{label}</h2>
        <p className="muted">{t(`web.catalogue.kindText.${category.kind}`)}</p>
      </div>
      <h3>{t('web.catalogue.limits')}</h3>
      <Limits choice={choice} kept={kept} />
      <h3>{t('web.catalogue.duties')}</h3>
      <p>{t(category.communityMayHandle ? 'web.catalogue.may' : 'web.catalogue.mayNot')}</p>
      {kept.duties.length === 0 ? (
        <p className="muted">{t('web.catalogue.noDuties')}</p>
      ) : (
        <ul>
          {kept.duties.map((duty) => (
            <li key={`${duty.organisationId} ${duty.basis}`}>
              {duty.organisationName}{' '}
              <span className="muted">
                {t(`web.unit.basis.${duty.basis}`)} · {duty.areaName}
              </span>
            </li>
          ))}
        </ul>
      )}
      {changes && (
        <FormActions label={t('web.catalogue.actions')} actions={actionsOf(choice, kept, t)} />
      )}
    </PairDetail>
  );
}

function actionsOf(
  choice: CategoryChoice,
  kept: Kept,
  t: (key: string) => string,
): readonly FormAction[] {
  return [
    {
      key: 'limit',
      label: t('web.catalogue.limit.button'),
      form: (close) => <LimitForm choice={choice} kept={kept} close={close} />,
    },
    {
      key: 'duty',
      label: t('web.catalogue.duty.button'),
      form: (close) => <DutyForm choice={choice} kept={kept} close={close} />,
    },
    ...(kept.duties.length === 0
      ? []
      : [
          {
            key: 'end',
            label: t('web.catalogue.endDuty.button'),
            form: (close) => <EndDutyForm choice={choice} kept={kept} close={close} />,
          } satisfies FormAction,
        ]),
    {
      key: 'community',
      label: t(
        choice.category.communityMayHandle
          ? 'web.catalogue.community.off'
          : 'web.catalogue.community.on',
      ),
      form: (close) => <CommunityForm choice={choice} kept={kept} close={close} />,
    },
  ];
}

interface LimitsProps {
  readonly choice: CategoryChoice;
  readonly kept: Kept;
}

function Limits({ choice, kept }: LimitsProps): ReactNode {
  const { t, i18n } = useTranslation('matters');
  const words = useLimitWords();
  const nameOf = (code: string): string => {
    const found = choice.category.conditions.find((one) => one.code === code);
    return (i18n.language === 'en' ? found?.nameEn : found?.name) || code;
  };
  const limits = kept.limits.toSorted((a, b) => STAGES.indexOf(a.stage) - STAGES.indexOf(b.stage));
  const rules = new Set(limits.map(({ rule }) => rule));
  return (
    <>
      <ul className="limit-list">
        {limits.map(({ stage, condition, rule, ...limit }) => (
          <li key={`${stage} ${condition}`}>
            <span>
              {t(`web.catalogue.stage.${stage}`)}
              {condition !== '' && ` · ${nameOf(condition)}`}
            </span>
            <strong>{words.length(limit)}</strong>
            {rules.size > 1 && <span className="muted limit-rule">{rule}</span>}
          </li>
        ))}
      </ul>
      {rules.size === 1 && (
        <p className="muted">{t('web.catalogue.byRule', { rule: [...rules].join('') })}</p>
      )}
    </>
  );
}
