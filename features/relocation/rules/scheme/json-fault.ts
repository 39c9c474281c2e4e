/**
 * Where a text stops being JSON, and what should stand there: the message of
 * the browser is in English and says neither to somebody from an office.
 */
import words from '../words.json' with { type: 'json' };
import type { Place } from './json-places.ts';

export type JsonExpected =
  | 'value'
  | 'key'
  | 'colon'
  | 'comma_or_brace'
  | 'comma_or_bracket'
  | 'quote'
  | 'escape'
  | 'end'
  /** A sign of full width where a plain one belongs: `，` for `,`. */
  | 'plain_sign';

export interface JsonFault {
  readonly expected: JsonExpected;
  /** What stands there; empty at the end of the text. */
  readonly found: string;
  readonly place: Place;
}

/** Undefined for a text that is JSON. */
export function jsonFault(text: string): JsonFault | undefined {
  const reader = new Reader(text);
  try {
    reader.document();
    return undefined;
  } catch (fault) {
    if (fault instanceof Stop) return faultAt(text, fault);
    throw fault;
  }
}

class Stop extends Error {
  readonly at: number;
  readonly expected: JsonExpected;
  constructor(at: number, expected: JsonExpected) {
    super(expected);
    this.at = at;
    this.expected = expected;
  }
}

/** Signs that an input method writes where JSON wants the plain one. */
const WIDE = new Set(words.wide);

function faultAt(text: string, { at, expected }: Stop): JsonFault {
  const before = text.slice(0, at);
  const line = before.split('\n').length;
  const place = { line, column: at - (before.lastIndexOf('\n') + 1) + 1 };
  const found = text[at] ?? '';
  return { expected: WIDE.has(found) ? 'plain_sign' : expected, found, place };
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;
const MOST_DEPTH = 500;

class Reader {
  private readonly text: string;
  private at = 0;
  private depth = 0;

  constructor(text: string) {
    this.text = text;
  }

  document(): void {
    this.value();
    this.space();
    if (this.at < this.text.length) this.stop('end');
  }

  private stop(expected: JsonExpected): never {
    throw new Stop(this.at, expected);
  }

  private space(): void {
    while (/[ \t\r\n]/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  private took(sign: string): boolean {
    this.space();
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private matched(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    if (!pattern.test(this.text)) return false;
    this.at = pattern.lastIndex;
    return true;
  }

  private value(): void {
    this.space();
    this.depth += 1;
    if (this.depth > MOST_DEPTH) this.stop('value');
    if (this.took('{')) this.members();
    else if (this.took('[')) this.elements();
    else if (this.text[this.at] === '"') this.string();
    else if (!this.matched(NUMBER) && !this.matched(WORD)) this.stop('value');
    this.depth -= 1;
  }

  private members(): void {
    if (this.took('}')) return;
    do {
      this.space();
      if (this.text[this.at] !== '"') this.stop('key');
      this.string();
      if (!this.took(':')) this.stop('colon');
      this.value();
    } while (this.took(','));
    if (!this.took('}')) this.stop('comma_or_brace');
  }

  private elements(): void {
    if (this.took(']')) return;
    do this.value();
    while (this.took(','));
    if (!this.took(']')) this.stop('comma_or_bracket');
  }

  private string(): void {
    const from = this.at;
    this.at += 1;
    for (;;) {
      const sign = this.text[this.at];
      // A text goes over no line: the quote is missed where it should have closed.
      if (sign === undefined || sign < ' ') {
        if (sign === undefined) this.at = from;
        this.stop('quote');
      }
      if (sign === '"') break;
      if (sign === '\\') {
        if (!this.matched(ESCAPE)) this.stop('escape');
      } else this.at += 1;
    }
    this.at += 1;
  }
}
