/** Elements and attribute names of a page in their order, without any text: for tests of escaping. */

/** Reads HTML as a browser's tokenizer does for quoted attributes; written apart from `html`. */
export function skeleton(page: string): readonly string[] {
  const found: string[] = [];
  let rest = page;
  for (;;) {
    const open = rest.search(/<[a-zA-Z/!?]/);
    if (open < 0) return found;
    rest = rest.slice(open);
    const tag = /^<(?:[^"'>]|"[^"]*"|'[^']*')*>/.exec(rest)?.[0];
    if (tag === undefined) return [...found, `unclosed ${rest}`];
    found.push(tag.replace(/"[^"]*"|'[^']*'/g, '""'));
    rest = rest.slice(tag.length);
  }
}
