/** The facts of a scheme as fields; what is refused is said at its field. */
import { Button, Checkbox, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '#ui/forms/field.tsx';
import { factSentence } from '../../rules/explain/fact-sentence.ts';
import {
  cellField,
  type FormField,
  type FormPart,
  fieldOfProblem,
  type TypedFacts,
  type TypedList,
} from '../../rules/facts/form.ts';
import type { FactProblem } from '../../rules/facts/read-facts.ts';
import type { Plan } from '../../rules/scheme/compile.ts';
import { useVoice } from '../use-voice.ts';

interface FactFieldsProps {
  readonly plan: Plan;
  readonly parts: readonly FormPart[];
  readonly typed: TypedFacts;
  readonly problems: readonly FactProblem[];
  readonly change: (typed: TypedFacts) => void;
}

export function FactFields({ plan, parts, typed, problems, change }: FactFieldsProps): ReactNode {
  const voice = useVoice();
  const errors = new Map(
    problems.map((problem) => [
      fieldOfProblem(parts, typed, problem),
      factSentence(problem, { plan, voice }),
    ]),
  );
  return (
    <div className="fact-fields">
      {parts.map((part) =>
        part.kind === 'field' ? (
          <FactField
            key={part.fact}
            field={part}
            value={typed.single[part.field] ?? ''}
            error={errors.get(part.field)}
            change={(text) => change({ ...typed, single: { ...typed.single, [part.field]: text } })}
          />
        ) : (
          <FactList
            key={part.fact}
            part={part}
            list={typed.lists[part.field] ?? { none: false, rows: [] }}
            errorAt={(row, column) => errors.get(cellField(part.field, row, column))}
            change={(list) => change({ ...typed, lists: { ...typed.lists, [part.field]: list } })}
          />
        ),
      )}
    </div>
  );
}

interface FactFieldProps {
  readonly field: FormField;
  readonly value: string;
  readonly error: string | undefined;
  readonly change: (text: string) => void;
}

function FactField({ field, value, error, change }: FactFieldProps): ReactNode {
  const { t } = useTranslation('relocation');
  const { label, unit, type, options } = field;
  const shown = unit === '' ? label : t('portal.calculate.label', { label, unit });
  return (
    <Field label={shown} error={error}>
      {(control) =>
        type === 'choice' || type === 'yes_no' ? (
          <Select
            {...control}
            allowClear
            value={value === '' ? undefined : value}
            options={
              type === 'choice'
                ? [...options]
                : [
                    { value: t('portal.calculate.yes'), label: t('portal.calculate.yes') },
                    { value: t('portal.calculate.no'), label: t('portal.calculate.no') },
                  ]
            }
            onChange={(chosen: string | undefined) => change(chosen ?? '')}
          />
        ) : (
          <Input
            {...control}
            autoComplete="off"
            placeholder={type === 'number' ? '' : t(`web.households.${type}`)}
            value={value}
            onChange={(event) => change(event.target.value)}
          />
        )
      }
    </Field>
  );
}

interface FactListProps {
  readonly part: FormPart & { readonly kind: 'list' };
  readonly list: TypedList;
  readonly errorAt: (row: number, column: string) => string | undefined;
  readonly change: (list: TypedList) => void;
}

function FactList({ part, list, errorAt, change }: FactListProps): ReactNode {
  const { t } = useTranslation('relocation');
  const set = (row: number, column: string, text: string): void =>
    change({
      none: false,
      rows: list.rows.map((cells, at) => (at === row ? { ...cells, [column]: text } : cells)),
    });
  return (
    <fieldset className="fact-rows">
      <legend>{part.label}</legend>
      <Checkbox
        checked={list.none}
        onChange={(event) => change({ none: event.target.checked, rows: [] })}
      >
        {t('portal.calculate.none', { list: part.label })}
      </Checkbox>
      {list.rows.map((cells, row) => (
        <div key={cellField(part.field, row, '')} className="fact-row">
          {part.columns.map((column) => (
            <FactField
              key={column.fact}
              field={column}
              value={cells[column.field] ?? ''}
              error={errorAt(row, column.field)}
              change={(text) => set(row, column.field, text)}
            />
          ))}
        </div>
      ))}
      <Button size="small" onClick={() => change({ none: false, rows: [...list.rows, {}] })}>
        {t('web.households.row')}
      </Button>
    </fieldset>
  );
}
