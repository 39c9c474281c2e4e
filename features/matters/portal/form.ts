/** Parts of forms: a label, a hint and the sentence of a refusal, all tied to their field. */
import { type Html, html } from '#ui/portal/html.ts';

/** What was refused, by the name of its field; the order is that of the form. */
export type FieldErrors = ReadonlyMap<string, string>;
export const NO_ERRORS: FieldErrors = new Map();

interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly errors: FieldErrors;
  /** Apart from others of the same name on one page. */
  readonly id?: string;
}

export interface TextField extends Field {
  readonly value: string;
  readonly rows?: number;
  readonly limit?: number;
  readonly type?: 'text' | 'tel';
  readonly autocomplete?: string;
  readonly inputmode?: 'tel' | 'text' | 'numeric';
  readonly spellcheck?: false;
}

/** A line, or several where `rows` is given. */
export function textField(field: TextField): Html {
  const id = field.id ?? field.name;
  const common = html` id="${id}" name="${field.name}"${described(field)}${field.limit !== undefined && html` data-limit="${field.limit}"`}${field.autocomplete !== undefined && html` autocomplete="${field.autocomplete}"`}${field.spellcheck === false && html` spellcheck="false" autocapitalize="none"`}`;
  const control =
    field.rows === undefined
      ? html`<input${common} type="${field.type ?? 'text'}" value="${field.value}"${field.inputmode !== undefined && html` inputmode="${field.inputmode}"`}>`
      : html`<textarea${common} rows="${field.rows}">${guardFirstLine(field.value)}</textarea>`;
  return html`<div class="field"><label for="${id}">${field.label}</label>${notes(field)}${control}</div>`;
}

export interface CheckField extends Field {
  readonly checked: boolean;
}

export function checkField(field: CheckField): Html {
  const id = field.id ?? field.name;
  return html`<div class="check"><input type="checkbox" id="${id}" name="${field.name}" value="yes"${field.checked && html` checked`}${described(field)}><div><label for="${id}">${field.label}</label>${notes(field)}</div></div>`;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** A group of radio buttons; each button is a broad surface to press. */
export function choiceField(
  field: Field & { readonly value: string; readonly choices: readonly Choice[] },
): Html {
  const id = field.id ?? field.name;
  const wrong = field.errors.has(field.name);
  const options = field.choices.map(
    ({ value, label }, index) =>
      html`<label class="choice"><input type="radio" name="${field.name}" value="${value}"${index === 0 && html` id="${id}"`}${value === field.value && html` checked`}${wrong && html` aria-describedby="${id}-error"`}><span>${label}</span></label>`,
  );
  return html`<fieldset class="field choices"><legend>${field.label}</legend>${notes(field)}<div class="row of-${field.choices.length}">${options}</div></fieldset>`;
}

/** Hint and refusal, with the ids that `described` points to. */
export function notes(field: Field): Html {
  const id = field.id ?? field.name;
  const error = field.errors.get(field.name);
  return html`${field.hint !== undefined && html`<p class="hint" id="${id}-hint">${field.hint}</p>`}${error !== undefined && html`<p class="error" id="${id}-error"><span aria-hidden="true">■ </span>${error}</p>`}`;
}

export function described(field: Field): Html {
  const id = field.id ?? field.name;
  const wrong = field.errors.has(field.name);
  const ids = [field.hint !== undefined && `${id}-hint`, wrong && `${id}-error`].filter(Boolean);
  return html`${ids.length > 0 && html` aria-describedby="${ids.join(' ')}"`}${wrong && html` aria-invalid="true"`}`;
}

/** What is to be put right, each linked to its field; nothing where nothing was refused. */
export function errorSummary(
  title: string,
  errors: FieldErrors,
  idOf = (name: string) => name,
): Html {
  if (errors.size === 0) return html``;
  const items = [...errors].map(
    ([name, sentence]) => html`<li><a href="#${idOf(name)}">${sentence}</a></li>`,
  );
  return html`<div class="summary" role="alert" tabindex="-1" id="summary"><h2>${title}</h2><ul>${items}</ul></div>`;
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}

/** HTML swallows a line break right after the opening of a textarea. */
function guardFirstLine(value: string): string {
  return value.startsWith('\n') ? `\n${value}` : value;
}
