/**
 * What the heap of a page holds, by a snapshot, before which V8 collects the garbage.
 * What the page keeps is told apart from what V8 compiles of it, which grows for an
 * hour with what is often run, and from what the tools record while they look.
 */
import type { CDPSession } from 'playwright-core';

/** In kB, but for the nodes. */
export interface Heap {
  /** Objects, arrays, strings, functions: what a page that forgets nothing gathers. */
  readonly values: number;
  /** Code as compiled, and the lists that hang on it. */
  readonly code: number;
  /** What the browser keeps for the page outside the script's heap: its document, styles, pictures. */
  readonly document: number;
  /** Requests as recorded by the tools that look at the page; without them there is none. */
  readonly tools: number;
  /** Nodes of the document. */
  readonly nodes: number;
}

interface Snapshot {
  readonly snapshot: {
    readonly meta: {
      readonly node_fields: readonly string[];
      readonly node_types: readonly (readonly string[] | string)[];
    };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

export async function heapOf(devtools: CDPSession): Promise<Heap> {
  const snapshot = await snapshotOf(devtools);
  const { nodes } = await devtools.send('Memory.getDOMCounters');
  return { ...sumsOf(snapshot), nodes };
}

async function snapshotOf(devtools: CDPSession): Promise<Snapshot> {
  const chunks: string[] = [];
  const take = ({ chunk }: { readonly chunk: string }): void => {
    chunks.push(chunk);
  };
  devtools.on('HeapProfiler.addHeapSnapshotChunk', take);
  await devtools.send('HeapProfiler.collectGarbage');
  await devtools.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  devtools.off('HeapProfiler.addHeapSnapshotChunk', take);
  return JSON.parse(chunks.join('')) as Snapshot;
}

function sumsOf({ snapshot: { meta }, nodes, strings }: Snapshot): Omit<Heap, 'nodes'> {
  const at = (field: string): number => meta.node_fields.indexOf(field);
  const [type, name, size] = [at('type'), at('name'), at('self_size')];
  const types = meta.node_types[type] ?? [];
  const sums = { values: 0, code: 0, document: 0, tools: 0 };
  for (let node = 0; node < nodes.length; node += meta.node_fields.length) {
    const kind = kindOf(
      types[nodes[node + type] ?? 0] ?? '',
      strings[nodes[node + name] ?? 0] ?? '',
    );
    sums[kind] += (nodes[node + size] ?? 0) / 1024;
  }
  return sums;
}

/** V8 calls its own lists beside compiled code native too, as the browser's things. */
function kindOf(type: string, name: string): keyof Omit<Heap, 'nodes'> {
  if (type === 'code' || type === 'object shape') return 'code';
  if (type !== 'native') return 'values';
  if (name.startsWith('system / ')) return 'code';
  return name.startsWith('blink::NetworkResourcesData') ? 'tools' : 'document';
}
