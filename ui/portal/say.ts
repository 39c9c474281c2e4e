/** Sentences of a locale file, by typed keys: a missing one does not compile. */

/** Dotted keys of all sentences below a node of a locale file. */
export type KeyOf<Node> = {
  [Step in keyof Node & string]: Node[Step] extends string ? Step : `${Step}.${KeyOf<Node[Step]>}`;
}[keyof Node & string];

export type Values = Readonly<Record<string, string | number | boolean | null>>;

/** The sentence under a key, `{{name}}` filled in. */
export type SayIn<Key extends string> = (key: Key, values?: Values) => string;

/** @returns a function that throws where the texts have no such key */
export function sayIn<Texts>(texts: Texts): SayIn<KeyOf<Texts>> {
  const sentences = new Map<string, string>();
  collect(texts, '', sentences);
  return (key, values = {}) => {
    const sentence = sentences.get(key);
    if (sentence === undefined) throw new Error(`no sentence: ${key}`);
    return fill(sentence, values);
  };
}

/** A hole without a value is left out: better a short sentence than braces before a resident. */
function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => `${values[name] ?? ''}`);
}

function collect(node: unknown, path: string, into: Map<string, string>): void {
  if (typeof node === 'string') into.set(path, node);
  if (typeof node !== 'object' || node === null) return;
  for (const [step, child] of Object.entries(node)) {
    collect(child, path === '' ? step : `${path}.${step}`, into);
  }
}
