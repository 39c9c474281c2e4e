/** A bar on a terminal; nothing where the output goes elsewhere. */
import cliProgress from 'cli-progress';

export interface Progress {
  /** @param part 0 to 1 */
  show(part: number, rows: number): void;
  end(): void;
}

const WHOLE = 1000;

export function progress(stream: NodeJS.WriteStream, words: string): Progress {
  if (!stream.isTTY) return { show: () => undefined, end: () => undefined };
  const bar = new cliProgress.SingleBar({
    format: `{bar} {percentage}%  {rows} ${words}`,
    stream,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(WHOLE, 0, { rows: 0 });
  return {
    show: (part, rows) => bar.update(Math.round(part * WHOLE), { rows }),
    end: () => bar.stop(),
  };
}
