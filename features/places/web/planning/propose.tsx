/** Proposing the draft: a name, the reason, and it goes to where others see it. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { type FormEvent, memo, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '#ui/client/use-command.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { Field } from '#ui/forms/field.tsx';
import { listPlans, type PlanPointRow, proposePlan } from '../../contract.ts';
import type { DraftSettings, Ground } from '../../rules/draft/ground.ts';
import { toldFinding } from './findings.tsx';
import type { GroundAnswer } from './ground-of.ts';
import type { DrawnDraft } from './messages.ts';

/** Drawn by hand, in so many steps. */
export interface HandSettings {
  readonly byHand: true;
  readonly steps: number;
}

interface ProposeProps {
  readonly told: GroundAnswer;
  readonly ground: Ground;
  readonly draft: Pick<DrawnDraft, 'grids' | 'from' | 'to' | 'findings'>;
  readonly pins: ReadonlySet<number>;
  readonly nameOf: (number: number) => string;
  readonly settings: DraftSettings | HandSettings;
  readonly isDrawing: boolean;
}

export const Propose = memo(Form);

function Form(props: ProposeProps): ReactNode {
  const { t } = useTranslation('places');
  const { told, isDrawing } = props;
  const client = useQueryClient();
  const navigate = useNavigate();
  const sentence = useRefusalSentence();
  const propose = useCommand(proposePlan);
  const [name, setName] = useState(() => t('web.planning.usualName', { area: told.name }));
  const [reason, setReason] = useState('');
  const send = (event: FormEvent): void => {
    event.preventDefault();
    propose.mutate(
      { body: { name, reason, areaId: told.areaId, ...contentOf(props) } },
      {
        onSuccess: ({ gridPlanId }) => {
          client.invalidateQueries({ queryKey: [listPlans.id] }).catch(reportError);
          // What was drawn is kept now.
          navigate({
            to: '/planning/$planId',
            params: { planId: gridPlanId },
            ignoreBlocker: true,
          }).catch(reportError);
        },
      },
    );
  };
  const isReady = name.trim() !== '' && reason.trim() !== '' && !isDrawing;
  return (
    <form className="planning-form" aria-label={t('web.planning.propose')} onSubmit={send}>
      <h2>{t('web.planning.propose')}</h2>
      <p className="muted">{t('web.planning.proposeHint')}</p>
      <Field label={t('web.planning.name')} required>
        {(control) => (
          <Input
            {...control}
            maxLength={60}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <Field label={t('web.planning.reason')} hint={t('web.planning.reasonHint')} required>
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={2000}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        )}
      </Field>
      {propose.error !== null && (
        <p className="form-says" role="alert">
          {sentence(propose.error)}
        </p>
      )}
      <Button type="primary" htmlType="submit" loading={propose.isPending} disabled={!isReady}>
        {t('web.planning.submit')}
      </Button>
    </form>
  );
}

type Content = Pick<
  NonNullable<Parameters<ReturnType<typeof useCommand<typeof proposePlan>>['mutate']>[0]['body']>,
  'settings' | 'grids' | 'points' | 'findings'
>;

const MOST_FINDINGS = 200;

function contentOf({ ground, draft, pins, nameOf, settings }: ProposeProps): Content {
  return {
    settings: 'byHand' in settings ? settings : { ...settings, size: { ...settings.size } },
    grids: draft.grids.map((grid, number) => ({
      ...grid,
      name: nameOf(number),
      geometry: grid.geometry as Content['grids'][number]['geometry'],
    })),
    points: ground.points.map(
      ({ place: [lng, lat], weight, label }, at): PlanPointRow => [
        lng,
        lat,
        weight,
        draft.from[at] ?? -1,
        draft.to[at] ?? 0,
        label,
        pins.has(at),
      ],
    ),
    findings: draft.findings
      .slice(0, MOST_FINDINGS)
      .map((finding) => ({ ...toldFinding(finding, nameOf, ground.points) })),
  };
}
