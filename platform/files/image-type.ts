/** What kind of picture the first bytes say it is; names and media types of senders say nothing. */
export type ImageType = 'jpeg' | 'png' | 'webp';

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const RIFF = [0x52, 0x49, 0x46, 0x46];
const WEBP = [0x57, 0x45, 0x42, 0x50];

/** JPEG, PNG or WebP; undefined for everything else, SVG among it. */
export function imageTypeOf(bytes: Uint8Array): ImageType | undefined {
  if (begins(bytes, 0, JPEG)) return 'jpeg';
  if (begins(bytes, 0, PNG)) return 'png';
  if (begins(bytes, 0, RIFF) && begins(bytes, 8, WEBP)) return 'webp';
  return undefined;
}

function begins(bytes: Uint8Array, at: number, expected: readonly number[]): boolean {
  return expected.every((byte, offset) => bytes[at + offset] === byte);
}
