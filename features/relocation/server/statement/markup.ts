/** Escaped templates: what is filled in is text, unless it is markup already. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Filling = string | number | Markup | readonly Markup[];

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

function filled(filling: Filling): string {
  if (filling instanceof Markup) return filling.text;
  if (Array.isArray(filling)) return filling.map((one: Markup) => one.text).join('');
  return escaped(String(filling));
}

export function html(pieces: TemplateStringsArray, ...fillings: readonly Filling[]): Markup {
  return new Markup(
    pieces.reduce((page, piece, at) => page + filled(fillings[at - 1] ?? '') + piece),
  );
}

export const NOTHING = new Markup('');

/** JSON inside a script element: nothing in it can end the element. */
export function jsonIn(value: unknown): Markup {
  return new Markup(JSON.stringify(value).replaceAll('<', '\\u003c'));
}
