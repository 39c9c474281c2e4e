/** The matching as a table: each field of the house, its column, and what stands in that column. */
import { Button, Select } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '#kernel/endpoint.ts';
import type { FieldRule } from '#kernel/mapping.ts';
import { useCommand } from '#ui/client/use-command.ts';
import { useRefresh } from '#ui/client/use-refresh.ts';
import { useRefusalSentence } from '#ui/client/use-refusal-sentence.ts';
import { Field } from '#ui/forms/field.tsx';
import {
  getRun,
  type ImportRun,
  type importFields,
  listRuns,
  matchColumns,
} from '../../contract.ts';
import { useFieldName } from '../use-field-name.ts';
import { FieldRow } from './field-row.tsx';
import type { Looked } from './looked.ts';
import { columnsIn, missingFields, startRules } from './rules-of-form.ts';

interface MatchFormProps {
  readonly run: ImportRun;
  readonly fields: Answer<typeof importFields>;
  readonly looked: Looked;
  readonly leave?: () => void;
}

const SYSTEMS = ['wgs84', 'gcj02', 'bd09'] as const;
type System = (typeof SYSTEMS)[number];

export type Rules = Readonly<Record<string, FieldRule>>;

export function MatchForm({ run, fields, looked, leave }: MatchFormProps): ReactNode {
  const { t } = useTranslation('imports');
  const fieldName = useFieldName(run.kind);
  const say = useRefusalSentence();
  const refresh = useRefresh();
  const match = useCommand(matchColumns);
  const [rules, setRules] = useState<Rules>(() => startRules(run.kind, fields, looked, fieldName));
  const [system, setSystem] = useState<System>(looked.known?.coordinates ?? 'wgs84');
  const [missing, setMissing] = useState<readonly string[]>([]);
  const set = (name: string, rule: FieldRule | undefined): void => {
    const { [name]: _before, ...others } = rules;
    setRules(rule === undefined ? others : { ...others, [name]: rule });
    setMissing(missing.filter((one) => one !== name));
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const left = missingFields(fields, rules);
    setMissing(left);
    if (left.length > 0) return;
    const { sheet, heading } = looked;
    const mapping = { coordinates: system, sheet, ...(heading && { heading }), fields: rules };
    match.mutate(
      { params: { runId: run.runId }, body: { version: run.version, mapping } },
      { onSettled: () => refresh([getRun, listRuns]) },
    );
  };
  const used = columnsIn(rules);
  const unused = looked.columns.filter(({ name }) => !used.has(name));
  return (
    <form className="match" noValidate onSubmit={submit} aria-label={t('web.steps.match')}>
      <p className="muted">{t(looked.remembered ? 'web.match.remembered' : 'web.match.guessed')}</p>
      <div className="match-head muted" aria-hidden>
        <span>{t('web.match.ours')}</span>
        <span>{t('web.match.theirs')}</span>
        <span>{t('web.match.sample')}</span>
      </div>
      <ul className="match-fields">
        {fields.fields
          .filter((field) => field.kind !== 'shape' || looked.geojson)
          .map((field) => (
            <FieldRow
              key={field.name}
              kind={run.kind}
              field={field}
              isKey={field.name === fields.key}
              rule={rules[field.name]}
              looked={looked}
              missing={missing.includes(field.name)}
              set={(rule) => set(field.name, rule)}
            />
          ))}
      </ul>
      {(rules['place'] !== undefined || rules['shape'] !== undefined) && (
        <div className="match-system">
          <Field label={t('web.match.system')} hint={t('web.match.systemHint')}>
            {(control) => (
              <Select
                {...control}
                value={system}
                options={SYSTEMS.map((value) => ({ value, label: t(`web.match.${value}`) }))}
                onChange={setSystem}
              />
            )}
          </Field>
        </div>
      )}
      {unused.length > 0 && (
        <p className="muted">
          {t('web.match.unused', {
            columns: unused.map(({ name }) => name).join(t('web.match.and')),
          })}
        </p>
      )}
      {missing.length > 0 && (
        <p className="form-says" role="alert">
          {t('web.match.missing', {
            fields: missing.map((name) => fieldName(name)).join(t('web.match.and')),
          })}
        </p>
      )}
      {match.error !== null && (
        <p className="form-says" role="alert">
          {say(match.error)}
        </p>
      )}
      <div className="run-buttons">
        <Button type="primary" htmlType="submit" loading={match.isPending}>
          {t('web.match.check')}
        </Button>
        {leave && <Button onClick={leave}>{t('web.match.leave')}</Button>}
        <span className="muted">{t('web.match.nothingYet')}</span>
      </div>
    </form>
  );
}
