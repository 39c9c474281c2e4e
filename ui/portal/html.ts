/**
 * Escaped HTML: what stands in the template is markup, what is filled in is
 * text. Only `html` makes markup, so text from people cannot leave its place.
 */

/** Markup made by `html`; nothing else is taken for markup. */
export class Html {
  readonly #markup: string;
  private constructor(markup: string) {
    this.#markup = markup;
  }
  /** For `html` below alone: joins literal parts of a template and escaped values. */
  static of(strings: TemplateStringsArray, values: readonly Part[]): Html {
    checkPlaces(strings);
    let markup = strings[0] ?? '';
    for (const [index, value] of values.entries()) {
      markup += rendered(value) + (strings[index + 1] ?? '');
    }
    return new Html(markup);
  }
  toString(): string {
    return this.#markup;
  }
}

/** What may be filled in. Nothing, `false` and `null` leave no trace. */
export type Part = Html | string | number | false | null | undefined | readonly Part[];

/** Tagged template. Attribute values are written in double quotes. */
export function html(strings: TemplateStringsArray, ...values: readonly Part[]): Html {
  return Html.of(strings, values);
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Characters that HTML forbids or that hide the direction of text. */
const FORBIDDEN =
  /[[\p{Cc}--[\t\n\r]]\p{Noncharacter_Code_Point}\u{202a}-\u{202e}\u{2066}-\u{2069}]/gv;

function escapeText(text: string): string {
  return text
    .toWellFormed()
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function rendered(value: Part): string {
  if (value === null || value === undefined || value === false) return '';
  if (value instanceof Html) return value.toString();
  if (typeof value === 'object') return value.map(rendered).join('');
  return escapeText(`${value}`);
}

/** Places where escaping does not hold: a bare attribute, a tag's name, the inside of a script or style. */
const UNSAFE = /(?:\s[\w-]+=\s*|<\/?|<(?:script|style)\b[^>]*>[^<]*)$/i;
const checked = new WeakSet<TemplateStringsArray>();

/** Each template is looked at once. */
function checkPlaces(strings: TemplateStringsArray): void {
  if (checked.has(strings)) return;
  const unsafe = strings.slice(0, -1).find((before) => UNSAFE.test(before));
  if (unsafe !== undefined) throw new Error(`no place for text, after: ${unsafe.slice(-40)}`);
  checked.add(strings);
}
