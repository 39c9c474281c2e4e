/** UTF-8 or GB18030: found out from the bytes, never guessed from a name. */
import { createReadStream } from 'node:fs';
import { done, type Outcome, refused } from '#kernel/outcome.ts';

export type Encoding = 'utf-8' | 'gb18030';

/**
 * UTF-8 where every byte of the file is, else GB18030 where every byte is.
 * Refuses `input.encoding` for a file that is neither (or has NULs, as binary files and UTF-16 do).
 */
export async function encodingOf(path: string): Promise<Outcome<Encoding>> {
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    if (await decodes(path, encoding)) return done(encoding);
  }
  return refused({ code: 'input.encoding' });
}

/** The text of a file in pieces; broken characters as U+FFFD. */
export async function* decoded(
  path: string,
  encoding: Encoding,
  onBytes: (count: number) => void,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of bytesOf(path)) {
    onBytes(chunk.length);
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

async function decodes(path: string, encoding: Encoding): Promise<boolean> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of bytesOf(path)) {
      if (decoder.decode(chunk, { stream: true }).includes('\0')) return false;
    }
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

function bytesOf(path: string): AsyncIterable<Uint8Array> {
  return createReadStream(path, { highWaterMark: 1 << 18 });
}
