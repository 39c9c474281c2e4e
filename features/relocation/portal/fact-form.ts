/** The form of a scheme's facts: readable and sendable without script, what was typed stays. */
import {
  described,
  type FieldErrors,
  hidden,
  notes,
  type Visit,
} from '#features/matters/portal/public.ts';
import { type Html, html } from '#ui/portal/html.ts';
import {
  cellField,
  type FormField,
  type FormPart,
  MOST_ROWS,
  noneField,
  rowsField,
  type TypedFacts,
  type TypedList,
} from '../rules/facts/form.ts';
import { type Say, sayFor, voiceFor } from './texts.ts';

interface FactForm {
  readonly parts: readonly FormPart[];
  readonly typed: TypedFacts;
  readonly errors: FieldErrors;
  readonly action: string;
}

/** Rows that one press adds. */
const MORE_ROWS = 3;

export function factForm(visit: Visit, { parts, typed, errors, action }: FactForm): Html {
  const say = sayFor(visit.locale);
  const shown = parts.map((part) =>
    part.kind === 'field'
      ? control(visit, part, { name: part.field, value: typed.single[part.field] ?? '', errors })
      : listField(visit, part, { list: typed.lists[part.field], errors }),
  );
  return html`<form method="post" action="${action}" class="fact-form"><p class="hint">${say('calculate.hint')}</p>
<div class="fact-fields">${shown}</div>
<button class="big-button">${say('calculate.send')}</button></form>`;
}

interface Control {
  /** Of this one field: in a list, of the cell. */
  readonly name: string;
  readonly value: string;
  readonly errors: FieldErrors;
}

function control(visit: Visit, field: FormField, { name, value, errors }: Control): Html {
  const say = sayFor(visit.locale);
  const label =
    field.unit === ''
      ? field.label
      : say('calculate.label', { label: field.label, unit: field.unit });
  const hint = hintOf(visit, field);
  const own = { name, label, errors, ...(hint !== '' && { hint }) };
  return html`<div class="field"><label for="${name}">${label}</label>${notes(own)}${input(field, { name, value, errors }, say, described(own))}</div>`;
}

function hintOf(visit: Visit, { source, note }: FormField): string {
  const say = sayFor(visit.locale);
  const from = say('calculate.from', { source: voiceFor(visit.locale).say(`source.${source}`) });
  return note === undefined ? from : say('calculate.from_note', { from, note });
}

function input({ type, options }: FormField, { name, value }: Control, say: Say, more: Html): Html {
  switch (type) {
    case 'choice':
      return select(name, value, options, more);
    case 'yes_no':
      return select(
        name,
        value,
        [
          { value: say('calculate.yes'), label: say('calculate.yes') },
          { value: say('calculate.no'), label: say('calculate.no') },
        ],
        more,
      );
    case 'date':
      return dated(name, value, 'date', more);
    case 'moment':
      return dated(name, value, 'datetime-local', more);
    case 'number':
      return html`<input type="text" inputmode="decimal" autocomplete="off" id="${name}" name="${name}" value="${value}"${more}>`;
  }
}

function select(name: string, value: string, options: FormField['options'], more: Html): Html {
  return html`<select id="${name}" name="${name}"${more}><option value=""></option>${options.map(
    (one) =>
      html`<option value="${one.value}"${one.value === value && html` selected`}>${one.label}</option>`,
  )}</select>`;
}

/** What a picker cannot show would be lost in one: it stays as it was typed, in a line of text. */
function dated(name: string, value: string, type: 'date' | 'datetime-local', more: Html): Html {
  const form = type === 'date' ? /^\d{4}-\d\d-\d\d$/ : /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d$/;
  return value === '' || form.test(value)
    ? html`<input type="${type}" id="${name}" name="${name}" value="${value.replace(' ', 'T')}"${more}>`
    : html`<input type="text" autocomplete="off" id="${name}" name="${name}" value="${value}"${more}>`;
}

function listField(
  visit: Visit,
  part: FormPart & { readonly kind: 'list' },
  { list, errors }: { readonly list: TypedList | undefined; readonly errors: FieldErrors },
): Html {
  const say = sayFor(visit.locale);
  const { rows = [], none = false } = list ?? {};
  const name = noneField(part.field);
  const cells = rows.map(
    (row, at) =>
      html`<fieldset class="list-row"><legend>${say('calculate.row', { row: at + 1 })}</legend>${part.columns.map(
        (column) =>
          control(visit, column, {
            name: cellField(part.field, at, column.field),
            value: row[column.field] ?? '',
            errors,
          }),
      )}</fieldset>`,
  );
  return html`<fieldset class="field list" id="${part.field}"><legend>${part.label}</legend>${notes({ name: part.field, label: part.label, errors, ...(part.note !== undefined && { hint: part.note }) })}
<div class="check"><input type="checkbox" id="${name}" name="${name}" value="yes"${none && html` checked`}><div><label for="${name}">${say('calculate.none', { list: part.label })}</label></div></div>
${cells}${rows.length < MOST_ROWS && html`<button class="button" name="${rowsField(part.field)}" value="${Math.min(MOST_ROWS, rows.length + MORE_ROWS)}">${say('calculate.more', { count: MORE_ROWS })}</button>`}${hidden(rowsField(part.field), `${rows.length}`)}</fieldset>`;
}

/** Everything that was typed, as hidden fields of another form. */
export function typedFields(
  parts: readonly FormPart[],
  typed: TypedFacts,
): readonly (readonly [name: string, value: string])[] {
  return parts.flatMap((part) => {
    if (part.kind === 'field') return [[part.field, typed.single[part.field] ?? ''] as const];
    const list = typed.lists[part.field];
    if (list === undefined) return [];
    return [
      [rowsField(part.field), `${list.rows.length}`] as const,
      ...(list.none ? [[noneField(part.field), 'yes'] as const] : []),
      ...list.rows.flatMap((row, at) =>
        Object.entries(row).map(
          ([column, value]) => [cellField(part.field, at, column), value] as const,
        ),
      ),
    ];
  });
}
