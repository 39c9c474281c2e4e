/** One field: its column, and what stands there; for a field with few values what each of them means. */
import { Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { columnsOf, type FieldRule } from '#kernel/mapping.ts';
import { type FileField, fieldsToGuess, guessValues, type ImportKind } from '../../contract.ts';
import { useFieldName } from '../use-field-name.ts';
import type { Looked } from './looked.ts';
import { columnIn, valuesIn } from './rules-of-form.ts';
import { ValueWords } from './value-words.tsx';

interface FieldRowProps {
  readonly kind: ImportKind;
  readonly field: FileField;
  readonly isKey: boolean;
  readonly rule: FieldRule | undefined;
  readonly looked: Looked;
  readonly missing: boolean;
  readonly set: (rule: FieldRule | undefined) => void;
}

const SAMPLES = 3;

export function FieldRow(props: FieldRowProps): ReactNode {
  const { t } = useTranslation('imports');
  const { kind, field, isKey, rule, looked, missing } = props;
  const fieldName = useFieldName(kind);
  const id = useId();
  const label = fieldName(field.name);
  const hint = isKey ? t('web.match.keyHint') : undefined;
  const columns = rule === undefined ? [] : columnsOf(rule);
  const samples = columns
    .map((name) => looked.columns.find((column) => column.name === name)?.values ?? [])
    .map((values) => values.slice(0, columns.length > 1 ? 1 : SAMPLES).join(t('web.match.and')))
    .join(' ');
  const chosen = looked.columns.find(({ name }) => name === columnIn(rule));
  return (
    <li className={missing ? 'match-field is-missing' : 'match-field'}>
      <div className="match-name">
        <label htmlFor={id}>
          {label}
          {field.required && (
            <span className="match-needed" title={t('web.match.needed')}>
              *
            </span>
          )}
        </label>
        {hint !== undefined && <span className="muted match-hint">{hint}</span>}
      </div>
      <div className="match-column">
        <Columns {...props} id={id} label={label} say={fieldName} />
      </div>
      <div className="match-sample muted">{samples}</div>
      {chosen !== undefined && field.choices.length > 0 && (
        <ValueWords
          kind={kind}
          field={field}
          column={chosen}
          values={valuesIn(rule)}
          set={(values) => props.set({ column: chosen.name, values })}
        />
      )}
    </li>
  );
}

interface ColumnsProps extends FieldRowProps {
  readonly id: string;
  readonly label: string;
  readonly say: (field: string, choice?: string) => string;
}

function Columns(props: ColumnsProps): ReactNode {
  const { t } = useTranslation('imports');
  const { field, isKey, rule, set, id, label } = props;
  const options = props.looked.columns.map(({ name }) => ({ value: name, label: name }));
  const common = {
    showSearch: true,
    allowClear: true,
    options,
    placeholder: t('web.match.none'),
    ...(props.missing && { status: 'error' as const }),
  };
  if (field.kind === 'shape') return <span>{t('web.match.shape')}</span>;
  if (field.kind === 'point') return <PointColumns {...props} options={options} />;
  if (isKey) {
    const chosen = rule === undefined ? [] : [...columnsOf(rule)];
    return (
      <Select
        {...common}
        id={id}
        aria-label={label}
        mode="multiple"
        value={chosen}
        onChange={(columns: string[]) => set(keyRule(columns))}
      />
    );
  }
  return (
    <Select
      {...common}
      id={id}
      aria-label={label}
      value={columnIn(rule) ?? null}
      onChange={(column: string | null | undefined) => set(ruleOf(props, column))}
    />
  );
}

function keyRule(columns: readonly string[]): FieldRule | undefined {
  const [only] = columns;
  if (only === undefined) return undefined;
  return columns.length === 1 ? only : { columns: [...columns], join: ' ' };
}

/** With what the words of the column mean, where they can be guessed. */
function ruleOf(
  { kind, field, looked, say }: ColumnsProps,
  name: string | null | undefined,
): FieldRule | undefined {
  if (name === null || name === undefined) return undefined;
  if (field.choices.length === 0) return name;
  const [asked] = fieldsToGuess(kind, [field], say);
  const column = looked.columns.find((one) => one.name === name);
  const values = asked && column ? guessValues(asked, column.values) : {};
  return { column: name, values };
}

interface PointProps extends ColumnsProps {
  readonly options: { value: string; label: string }[];
}

function PointColumns({ rule, set, id, label, options }: PointProps): ReactNode {
  const { t } = useTranslation('imports');
  const pair = typeof rule === 'object' && 'lng' in rule ? rule : { lng: '', lat: '' };
  const change = (part: Partial<typeof pair>): void => {
    const next = { ...pair, ...part };
    set(next.lng === '' && next.lat === '' ? undefined : next);
  };
  return (
    <div className="match-pair">
      {(['lng', 'lat'] as const).map((axis) => (
        <Select
          key={axis}
          {...(axis === 'lng' && { id })}
          aria-label={`${label} ${t(`web.match.${axis}`)}`}
          showSearch
          allowClear
          placeholder={t(`web.match.${axis}`)}
          value={pair[axis] === '' ? null : pair[axis]}
          options={options}
          onChange={(column: string | null | undefined) => change({ [axis]: column ?? '' })}
        />
      ))}
    </div>
  );
}
