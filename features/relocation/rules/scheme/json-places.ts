/**
 * Where each value of a JSON text stands, so that a problem names a line. Also
 * finds what `JSON.parse` passes over: a key that stands twice in one object.
 */
export interface Place {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

export interface JsonPlaces {
  /** The place of a value, or of the nearest thing around it that stands in the text. */
  at(path: readonly string[]): Place;
  readonly doubles: readonly { readonly path: readonly string[]; readonly key: string }[];
}

/** @param text valid JSON */
export function jsonPlaces(text: string): JsonPlaces {
  const scan = new Scan(text);
  scan.value([]);
  const starts = lineStarts(text);
  return {
    at(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const offset = scan.places.get(JSON.stringify(path.slice(0, length)));
        if (offset !== undefined) return placeOf(offset, starts);
      }
      return { line: 1, column: 1 };
    },
    doubles: scan.doubles,
  };
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

function placeOf(offset: number, starts: readonly number[]): Place {
  const line = starts.findLastIndex((start) => start <= offset);
  return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 };
}

class Scan {
  readonly places = new Map<string, number>();
  readonly doubles: { path: readonly string[]; key: string }[] = [];
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  value(path: readonly string[]): void {
    this.space();
    this.places.set(JSON.stringify(path), this.at);
    const sign = this.text[this.at];
    if (sign === '{') this.object(path);
    else if (sign === '[') this.array(path);
    else if (sign === '"') this.string();
    else this.at += /^[^\s,\]}]*/.exec(this.text.slice(this.at, this.at + 400))?.[0].length ?? 1;
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1;
  }

  /** Past a sign where it stands next. */
  private skips(sign: string): boolean {
    this.space();
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private object(path: readonly string[]): void {
    this.at += 1;
    const seen = new Set<string>();
    while (!this.skips('}')) {
      this.space();
      const key = this.string();
      if (seen.has(key)) this.doubles.push({ path: [...path, key], key });
      seen.add(key);
      this.skips(':');
      this.value([...path, key]);
      this.skips(',');
      if (this.at >= this.text.length) return;
    }
  }

  private array(path: readonly string[]): void {
    this.at += 1;
    for (let index = 0; !this.skips(']'); index += 1) {
      this.value([...path, String(index)]);
      this.skips(',');
      if (this.at >= this.text.length) return;
    }
  }

  private string(): string {
    const from = this.at;
    this.at += 1;
    while (this.at < this.text.length && this.text[this.at] !== '"')
      this.at += this.text[this.at] === '\\' ? 2 : 1;
    this.at += 1;
    return JSON.parse(this.text.slice(from, this.at)) as string;
  }
}
