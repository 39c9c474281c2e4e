/** The names of the ladder's steps: what the place calls those a late matter climbs to. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRead } from '#ui/client/use-read.ts';
import { TextField } from '#ui/forms/fields.tsx';
import { type Close, FormActions } from '#ui/forms/form-actions.tsx';
import { FormFrame } from '#ui/forms/form-frame.tsx';
import { useForm } from '#ui/forms/use-form.ts';
import { ReadState } from '#ui/lists/read-state.tsx';
import { ladder, nameLadder } from '../contract.ts';
import { useStepNames } from './use-step-names.ts';

interface LadderSectionProps {
  /** Whether the names may be changed here. */
  readonly changes: boolean;
  /** What is said of a step beside its name: how long a matter stays on it. */
  readonly stay: (rank: number) => string | undefined;
}

export function LadderSection({ changes, stay }: LadderSectionProps): ReactNode {
  const { t } = useTranslation('organisations');
  const names = useStepNames();
  const read = useRead(ladder, {});
  return (
    <ReadState read={read} rows={4}>
      {({ steps }) => (
        <>
          <ol className="ladder">
            {steps.map(({ rank }) => (
              <li key={rank}>
                <strong>{names.nameOf(rank)}</strong> <span className="muted">{stay(rank)}</span>
              </li>
            ))}
          </ol>
          <FormActions
            label={t('web.ladder.title')}
            actions={
              changes
                ? [
                    {
                      key: 'name',
                      label: t('web.ladder.button'),
                      form: (close) => <LadderForm steps={steps} close={close} />,
                    },
                  ]
                : []
            }
          />
        </>
      )}
    </ReadState>
  );
}

interface LadderFormProps {
  readonly steps: readonly { readonly rank: number; readonly name: string | null }[];
  readonly close: Close;
}

function LadderForm({ steps, close }: LadderFormProps): ReactNode {
  const { t } = useTranslation('organisations');
  const empty: Record<string, string> = Object.fromEntries(
    steps.map(({ rank, name }) => [`step${rank}`, name ?? '']),
  );
  const form = useForm({
    name: 'ladder',
    endpoint: nameLadder,
    empty,
    request: (values) => ({
      body: {
        steps: steps.flatMap(({ rank }) => {
          const name = (values[`step${rank}`] ?? '').trim();
          return name === '' ? [] : [{ rank, name }];
        }),
      },
    }),
    refresh: [ladder],
    done: close.done,
  });
  return (
    <FormFrame
      form={form}
      label={t('web.ladder.title')}
      text={t('web.ladder.text')}
      submit={t('web.ladder.submit')}
      cancel={close.cancel}
    >
      {steps.map(({ rank }) => (
        <TextField
          key={rank}
          form={form}
          name={`step${rank}`}
          label={t('web.ladder.step', { rank })}
          placeholder={rank <= 4 ? t(`web.step.${rank}`) : ''}
          most={40}
          optional
        />
      ))}
    </FormFrame>
  );
}
