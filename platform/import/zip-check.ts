/**
 * Looks at a ZIP file before anything unpacks it for good: how many entries,
 * how large they say they are, and whether they keep their word. What a
 * directory claims costs an attacker nothing, so every entry is unpacked once,
 * held to its claim, and thrown away.
 */
import { inflateRawSync } from 'node:zlib';
import { done, type Outcome, refused } from '#kernel/outcome.ts';

interface UnpackLimits {
  readonly entries: number;
  /** Bytes of all entries together, unpacked. */
  readonly total: number;
  /** Unpacked to packed bytes of one entry; only entries above a megabyte are held to it. */
  readonly ratio: number;
}

const WORKBOOK_LIMITS: UnpackLimits = { entries: 2_000, total: 300_000_000, ratio: 200 };

interface Entry {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const SMALL = 1_000_000;
const [STORED, DEFLATED] = [0, 8];

/** Refuses `file.unreadable` for what is no ZIP, `file.bomb` for what unpacks beyond the limits or its own claim. */
export function checkZip(bytes: Buffer, limits: UnpackLimits = WORKBOOK_LIMITS): Outcome<void> {
  const entries = directoryOf(bytes, limits);
  if (!entries.ok) return entries;
  const total = entries.value.reduce((sum, entry) => sum + entry.unpacked, 0);
  const puffed = entries.value.some(
    ({ packed, unpacked }) => unpacked > SMALL && unpacked > packed * limits.ratio,
  );
  if (puffed || total > limits.total || overlapping(entries.value))
    return refused({ code: 'file.bomb' });
  for (const entry of entries.value) {
    const kept = keepsItsWord(bytes, entry);
    if (!kept.ok) return kept;
  }
  return done(undefined);
}

function directoryOf(bytes: Buffer, limits: UnpackLimits): Outcome<readonly Entry[]> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== DIRECTORY_END)
    return refused({ code: 'file.unreadable' });
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entries) return refused({ code: 'file.bomb' });
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < count; number += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== DIRECTORY_ENTRY)
      return refused({ code: 'file.unreadable' });
    entries.push({
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return done(entries);
}

/** Entries that share their bytes unpack to more than any file holds. */
function overlapping(entries: readonly Entry[]): boolean {
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  return inOrder.some((entry, at) => {
    const next = inOrder[at + 1];
    return next !== undefined && entry.offset + entry.packed > next.offset;
  });
}

function keepsItsWord(bytes: Buffer, { method, packed, unpacked, offset }: Entry): Outcome<void> {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL_ENTRY)
    return refused({ code: 'file.unreadable' });
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (from + packed > bytes.length) return refused({ code: 'file.unreadable' });
  if (method === STORED)
    return packed === unpacked ? done(undefined) : refused({ code: 'file.bomb' });
  if (method !== DEFLATED) return refused({ code: 'file.unreadable' });
  try {
    inflateRawSync(bytes.subarray(from, from + packed), { maxOutputLength: Math.max(1, unpacked) });
    return done(undefined);
  } catch (error) {
    const tooLong = error instanceof RangeError;
    return refused({ code: tooLong ? 'file.bomb' : 'file.unreadable' });
  }
}
