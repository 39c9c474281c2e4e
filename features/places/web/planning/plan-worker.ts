/** The worker of the planning table: draws and reads files beside the page, so that the page always answers. */
import { type Outcome, refused } from '#kernel/outcome.ts';
import { draw } from '../../rules/draft/draw.ts';
import type { Ground } from '../../rules/draft/ground.ts';
import { mergeSpots } from '../../rules/draft/merge-spots.ts';
import { type Dropped, readDropped } from '../../rules/draft/read-dropped.ts';
import type { DrawnDraft, FromWorker, ToWorker } from './messages.ts';

/** Milliseconds of work between two looks at what the page has said. */
const TURN = 30;
/** Milliseconds between two words on how far it is: each draws the bar anew. */
const TELLING = 120;

let ground: Ground | undefined;
/** Households of the file that was read last: they need not travel back. */
let fromFile: Ground['points'] = [];
/** The request that is wanted now; an older one that still runs ends without an answer. */
let wanted = 0;
let stopped = false;

function tell(message: FromWorker, moved: Transferable[] = []): void {
  self.postMessage(message, { transfer: moved });
}

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.kind) {
    case 'ground':
      ground = { ...data.ground, points: data.points ?? fromFile };
      return;
    case 'stop':
      stopped = true;
      return;
    case 'read':
      tellRead(data.ask, data.bytes);
      return;
    case 'draw':
      wanted = data.ask;
      stopped = false;
      drawNow(data).catch(reportError);
  }
});

async function drawNow({
  ask,
  settings,
  pins,
}: Extract<ToWorker, { kind: 'draw' }>): Promise<void> {
  if (ground === undefined) return;
  const steps = draw(ground, settings, new Set(pins));
  let since = performance.now();
  let told = since;
  for (;;) {
    const next = steps.next(stopped ? 'stop' : undefined);
    if (next.done === true) {
      tellDrawn(ask, next.value);
      return;
    }
    const now = performance.now();
    if (now - since < TURN) continue;
    if (now - told >= TELLING) {
      tell({ kind: 'step', ask, step: next.value });
      told = now;
    }
    await pause();
    if (wanted !== ask) return;
    since = performance.now();
  }
}

/** Lets messages in. */
function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}

type Drawn = ReturnType<typeof draw> extends Generator<unknown, infer Result> ? Result : never;

function tellDrawn(ask: number, outcome: Drawn): void {
  if (!outcome.ok) {
    tell({ kind: 'refused', ask, refusal: outcome.refusal });
    return;
  }
  const { points, ...rest } = outcome.value;
  const from = Int32Array.from(points, (point) => point.from);
  const to = Int32Array.from(points, (point) => point.to);
  const draft: DrawnDraft = { ...rest, from, to };
  tell({ kind: 'drawn', ask, draft }, [from.buffer, to.buffer]);
}

function tellRead(ask: number, bytes: ArrayBuffer): void {
  const read = readFile(bytes);
  if (!read.ok) {
    tell({ kind: 'refused', ask, refusal: read.refusal });
    return;
  }
  fromFile = mergeSpots(read.value.points);
  tell({ kind: 'read', ask, dropped: { ...read.value, points: fromFile } });
}

/** UTF-8, else as old spreadsheets in China save it. */
function readFile(bytes: ArrayBuffer): Outcome<Dropped> {
  for (const encoding of ['utf-8', 'gb18030']) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return readDropped(text);
  }
  return refused({ code: 'input.encoding', field: 'file' });
}

function decoded(bytes: ArrayBuffer, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
