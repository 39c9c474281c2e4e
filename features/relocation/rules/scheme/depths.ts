/** Where in the text of a document something stands, without reading what it means. */

const OPENING = new Set(['{', '[']);
const CLOSING = new Set(['}', ']']);

/** How many brackets stand open around each character; those inside of texts are none. A bracket counts as outside of itself. */
export function depthsOf(text: string): readonly number[] {
  const bare = text.replace(/"(?:\\.|[^"\\])*"/g, (quoted) => ' '.repeat(quoted.length));
  let depth = 0;
  return [...bare].map((sign) => {
    if (CLOSING.has(sign)) depth -= 1;
    const here = depth;
    if (OPENING.has(sign)) depth += 1;
    return here;
  });
}
