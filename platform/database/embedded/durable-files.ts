/**
 * PGlite's folder on disk, with an `fsync` that reaches the disk: as it comes,
 * its file system answers every `fsync` without doing anything, and a commit
 * acknowledged before a power cut is gone after it.
 */
import { closeSync, fsyncSync, openSync } from 'node:fs';
import type { PGlite, postgresMod } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

type Module = postgresMod.PostgresMod;

/** What Emscripten's stream of a file on disk carries; its types leave it open. */
interface Stream {
  readonly nfd?: number;
  readonly node: { readonly mount: { readonly opts: { readonly root: string } } };
}

interface NodeFiles {
  readonly stream_ops: { fsync?: (stream: Stream) => number };
  readonly realPath: (node: Stream['node']) => string;
}

export class DurableFiles extends NodeFS {
  /** Calls since the start that reached the disk. */
  fsyncs = 0;

  override async init(engine: PGlite, options: Partial<Module>) {
    const { emscriptenOpts } = await super.init(engine, options);
    const before = emscriptenOpts.preRun ?? [];
    const durable = (module: Module): void => this.#makeDurable(module);
    return { emscriptenOpts: { ...emscriptenOpts, preRun: [...before, durable] } };
  }

  #makeDurable(module: Module): void {
    const { filesystems } = module.FS as unknown as { filesystems: { NODEFS: NodeFiles } };
    const files = filesystems.NODEFS;
    files.stream_ops.fsync = (stream) => {
      if (stream.nfd === undefined) syncFolder(files.realPath(stream.node));
      else fsyncSync(stream.nfd);
      this.fsyncs += 1;
      return 0;
    };
  }
}

/** A folder is opened without a file number; its entries are made durable through one of our own. */
function syncFolder(path: string): void {
  const descriptor = openSync(path, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
